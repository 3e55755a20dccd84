import { getTranslations } from "next-intl/server";
import { parseIsoDate } from "@/lib/domain/calendar/iso-date";
import type { BaselineOrigin, Comparator, PlanShape } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import type { Bilingual, Language } from "@/lib/i18n/languages";

const MEASURES: readonly string[] = ["value", "upperValue", "stretchValue", "baselineValue"];
const DAYS: readonly string[] = ["startOn", "dueOn"];
const FIELDS = [
  "comparator",
  "value",
  "upperValue",
  "stretchValue",
  "baselineValue",
  "baselineYear",
  "baselineOrigin",
  "startOn",
  "dueOn",
  "planShape",
  "owner",
] as const;
type Field = (typeof FIELDS)[number];
type Terms = Readonly<Record<string, unknown>>;

interface RevisedTermsProps {
  readonly before: Terms;
  readonly after: Terms;
  readonly unit: string;
  readonly precision: number;
  readonly stepTitles: Readonly<Record<string, Bilingual>>;
  readonly lang: Language;
}

interface StoredStep {
  readonly key: string;
  readonly plannedOn: string;
}

function day(text: unknown, lang: Language): string {
  const parsed = typeof text === "string" ? parseIsoDate(text) : null;
  return parsed === null ? "—" : formatIsoDate(parsed, lang);
}

/** Only steps with a changed day. */
function movedSteps(before: Terms, after: Terms): { key: string; from: string | undefined; to: string }[] {
  const was = new Map(((before.steps ?? []) as StoredStep[]).map((step) => [step.key, step.plannedOn]));
  return ((after.steps ?? []) as StoredStep[])
    .filter((step) => was.get(step.key) !== step.plannedOn)
    .map((step) => ({ key: step.key, from: was.get(step.key), to: step.plannedOn }));
}

/** The terms before and after a revision, field by field. */
export async function RevisedTerms({ before, after, unit, precision, stepTitles, lang }: RevisedTermsProps) {
  const [t, comparators, origins] = await Promise.all([
    getTranslations("target"),
    getTranslations("comparators"),
    getTranslations("baselineOrigins"),
  ]);
  const show = (field: Field, stored: unknown): string => {
    if (stored === null || stored === undefined) return "—";
    const text = String(stored);
    if (DAYS.includes(field)) return day(text, lang);
    if (MEASURES.includes(field)) return formatMeasure(text, unit, lang, { precision });
    if (field === "baselineOrigin") return origins(text as BaselineOrigin);
    if (field === "comparator") return comparators(text as Comparator);
    return field === "planShape" ? t(`plans.${text as PlanShape}`) : text;
  };
  const lines = [
    ...FIELDS.filter((field) => field in after).map((field) => ({
      key: field as string,
      label: t(`fields.${field}`),
      from: show(field, before[field]),
      to: show(field, after[field]),
    })),
    ...movedSteps(before, after).map(({ key, from, to }) => ({
      key,
      label: stepTitles[key]?.[lang] ?? key,
      from: day(from, lang),
      to: day(to, lang),
    })),
  ];
  return lines.map(({ key, label, from, to }) => (
    <p key={key} className="tabular-nums">
      {label}
      {t("colon")}
      <del>{from}</del> → <ins className="font-bold no-underline">{to}</ins>
    </p>
  ));
}
