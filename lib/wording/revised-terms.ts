// The terms before and after a revision, in words.
import { Decimal } from "decimal.js";
import { parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { RESPONSIBILITY_FIELDS } from "@/lib/domain/targets/responsibility";
import { type RevisableTerms, SINGLE_FIELDS } from "@/lib/domain/targets/revisions";
import type {
  BaselineOrigin,
  Comparator,
  Judging,
  MetricKind,
  PlanShape,
  ReportingCalendar,
} from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { describeFigure } from "./describe-target";
import { measureText } from "./measure-text";
import { withOrigin } from "./provenance-marks";

const PROMISED: readonly string[] = ["value", "upperValue", "stretchValue", "tolerance"];
const DAYS: readonly string[] = ["startOn", "dueOn"];
const FIELDS = [...SINGLE_FIELDS, ...RESPONSIBILITY_FIELDS] as const;
type Field = (typeof FIELDS)[number];
type Terms = Readonly<Record<string, unknown>>;

export interface RevisedTermsInput extends PrintedUnit {
  /** The full terms before the revision. */
  readonly before: RevisableTerms | Terms;
  /** The changed fields. */
  readonly after: Terms;
  readonly kind: MetricKind;
  readonly precision: number;
  /** Of steps that were stored without a title. */
  readonly stepTitles: Readonly<Record<string, Bilingual>>;
  /** By slug. */
  readonly departmentNames: Readonly<Record<string, Bilingual>>;
  readonly lang: Language;
}

interface StoredStep {
  readonly key: string;
  readonly plannedOn: string;
  readonly weight?: number;
  readonly title?: string;
  readonly titleEn?: string;
}

function day(text: unknown, lang: Language): string {
  const parsed = typeof text === "string" ? parseIsoDate(text) : null;
  return parsed === null ? "—" : formatIsoDate(parsed, lang);
}

interface ChangedStep {
  readonly key: string;
  /** Absent of a new step. */
  readonly from: StoredStep | undefined;
  /** Absent of a removed step. */
  readonly to: StoredStep | undefined;
}

/** The steps with a changed day or weight, the new ones, and the removed ones. */
function changedSteps(before: Terms, after: Terms): ChangedStep[] {
  if (after.steps === undefined) return [];
  const [steps, former] = [after.steps as StoredStep[], (before.steps ?? []) as StoredStep[]];
  const was = new Map(former.map((step) => [step.key, step]));
  const changed = steps.flatMap((step) => {
    const from = was.get(step.key);
    const weight = step.weight ?? from?.weight;
    const isSame = from?.plannedOn === step.plannedOn && from.weight === weight;
    return isSame ? [] : [{ key: step.key, from, to: { ...step, ...(weight !== undefined && { weight }) } }];
  });
  const left = new Set(steps.map(({ key }) => key));
  const removed = former.filter(({ key }) => !left.has(key)).map((from) => ({ key: from.key, from, to: undefined }));
  return [...changed, ...removed];
}

/** The figures of one side in words: a figure with its comparator, a baseline with its origin. */
function figureText(
  field: Field,
  text: string,
  terms: Terms,
  style: Pick<RevisedTermsInput, "kind" | "unit" | "unitEn" | "precision" | "lang">,
): string {
  const value = new Decimal(text);
  if (PROMISED.includes(field)) {
    const figure = measureText(value, { ...style, precision: null });
    return field === "value"
      ? describeFigure({ comparator: terms.comparator as Comparator }, figure, style.lang)
      : figure;
  }
  const { baselineOrigin, baselineProvisional } = terms as Partial<RevisableTerms>;
  const figure = measureText(value, style);
  if (baselineOrigin == null) return figure;
  return withOrigin(figure, { origin: baselineOrigin, isProvisional: baselineProvisional === true }, style.lang);
}

interface RevisedLine {
  readonly key: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** The changed terms, field by field, each figure with its qualifier and its origin. */
export function revisedLines({
  before,
  after,
  stepTitles,
  departmentNames,
  lang,
  ...measured
}: RevisedTermsInput): RevisedLine[] {
  const t = getTranslator(lang);
  const calendarText = (calendar: ReportingCalendar, { ownCalendar }: Terms): string => {
    if (calendar !== "custom") return t(`newTarget.calendars.${calendar}`);
    return (ownCalendar as Bilingual | null | undefined)?.[lang] ?? t("target.calendars.custom");
  };
  const nameOf = (slug: string): string => departmentNames[slug]?.[lang] ?? slug;
  const show = (field: Field, terms: Terms): string => {
    const stored = terms[field];
    if (stored === null || stored === undefined) return "—";
    if (field === "owner") return nameOf(stored as string);
    if (field === "supporting") {
      return (stored as string[]).map(nameOf).join(t("punctuation.enumeration")) || "—";
    }
    const text = String(stored);
    if (DAYS.includes(field)) return day(text, lang);
    if (PROMISED.includes(field) || field === "baselineValue") {
      return figureText(field, text, terms, { ...measured, lang });
    }
    if (field === "baselineOrigin") return t(`baselineOrigins.${text as BaselineOrigin}`);
    if (field === "comparator") return t(`comparators.${text as Comparator}`);
    if (field === "judging") return t(`judgings.${text as Judging}`);
    if (field === "orBetter") return t(stored === true ? "promiseForm.orBetterYes" : "promiseForm.orBetterNo");
    if (field === "mergeJanuaryFebruary") return t(stored === true ? "promiseForm.mergeYes" : "promiseForm.mergeNo");
    if (field === "calendar") return calendarText(text as ReportingCalendar, terms);
    return field === "planShape" ? t(`target.plans.${text as PlanShape}`) : text;
  };
  const step = (one: StoredStep | undefined): string => {
    if (one === undefined) return "—";
    const planned = day(one.plannedOn, lang);
    return one.weight === undefined ? planned : t("target.stepAndWeight", { day: planned, weight: one.weight });
  };
  const stepTitle = (key: string, { title, titleEn }: Partial<StoredStep>): string =>
    stepTitles[key]?.[lang] ?? (lang === "en" ? titleEn : title) ?? key;
  const labelOf = (field: Field): string => {
    if (field === "orBetter" || field === "tolerance" || field === "judging") return t(`promiseForm.${field}`);
    if (field === "calendar") return t("newTarget.calendar");
    if (field === "cutOffWorkingDays") return t("newTarget.cutOff");
    if (field === "publicationLagMonths") return t("newTarget.lag");
    if (field === "supporting" || field === "responsiblePost" || field === "leaderInCharge")
      return t(`target.${field}`);
    return field === "mergeJanuaryFebruary" ? t("promiseForm.merge") : t(`target.fields.${field}`);
  };
  const became = { ...before, ...after };
  const lines = [
    ...FIELDS.filter((field) => field in after).map((field) => ({
      key: field as string,
      label: labelOf(field),
      from: show(field, before as Terms),
      to: show(field, became),
    })),
    ...changedSteps(before as Terms, after).map(({ key, from, to }) => ({
      key,
      label: stepTitle(key, to ?? from ?? {}),
      from: step(from),
      to: step(to),
    })),
  ];
  return lines;
}
