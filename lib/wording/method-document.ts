// "How lights work" in one language: the texts of the messages with the examples of the domain, as data that the page
// and docs/METHOD.md show.
import { Decimal } from "decimal.js";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import type { MethodExample } from "@/lib/domain/method/example";
import { METHOD_EXAMPLES, type MethodExampleKey, type MethodSectionKey } from "@/lib/domain/method/outline";
import { latestReading } from "@/lib/domain/targets/assess";
import { COMPARATOR_RULES } from "@/lib/domain/targets/comparators";
import { readingValue } from "@/lib/domain/targets/completion";
import { DEFAULT_RULES } from "@/lib/domain/targets/rule-sets";
import { type Freshness, LIGHTS, type Light, type Reading } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatNumber, formatRatio } from "@/lib/domain/units/format-measure";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { describeJudging } from "./describe-judging";
import { describeTarget } from "./describe-target";
import { formatDifference } from "./format-gap";
import { measureText } from "./measure-text";
import { withPeers } from "./place-text";

export type MethodBlock =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "list"; readonly items: readonly string[] };

/** A label with its text; the light is shown as such. */
interface MethodFact {
  readonly key: "promise" | "judging" | "reports" | "on" | "light" | "gap" | "why";
  readonly label: string;
  readonly text: string;
}

export interface MethodExampleText {
  readonly key: MethodExampleKey;
  readonly title: string;
  readonly light: Light;
  readonly freshness: Freshness;
  readonly facts: readonly MethodFact[];
}

export interface MethodSection {
  readonly key: MethodSectionKey;
  readonly title: string;
  readonly blocks: readonly MethodBlock[];
  readonly examples: readonly MethodExampleText[];
}

export interface MethodDocument {
  readonly title: string;
  readonly lead: string;
  readonly contents: string;
  /** What each light means; shown in the first section. */
  readonly lights: readonly { readonly light: Light; readonly meaning: string }[];
  readonly sections: readonly MethodSection[];
}

/** Texts in messages: paragraphs separated by empty lines, and lists whose lines start with "- ". */
function blocksOf(text: string): MethodBlock[] {
  return text
    .split("\n\n")
    .map((block) =>
      block.startsWith("- ")
        ? { type: "list", items: block.split("\n").map((line) => line.slice(2)) }
        : { type: "text", text: block },
    );
}

function reportText({ terms, metric }: MethodExample, reading: Reading, lang: Language): string {
  const t = getTranslator(lang);
  const on = `${formatIsoDate(reading.asOf, lang)}${t("punctuation.colon")}`;
  if (terms.kind === "milestone") {
    const steps = terms.steps.filter(({ key }) => reading.completedSteps.some((step) => step.key === key));
    const titles = steps.map((step) => (lang === "en" ? step.titleEn : step.title));
    return on + t("method.stepsCompleted", { steps: titles.join(t("punctuation.enumeration")) });
  }
  const value = readingValue(terms, reading);
  if (!value.known) throw new Error(`an example without a value: ${reading.asOf}`);
  const text = withPeers(measureText(value.value, { ...metric, kind: terms.kind, lang }), reading.peers, lang);
  const { numerator, denominator } = reading;
  if (numerator === null || denominator === null) return on + text;
  return `${on}${formatNumber(numerator)} ÷ ${formatNumber(denominator)} = ${text}`;
}

function exampleText(key: MethodExampleKey, example: MethodExample, number: number, lang: Language): MethodExampleText {
  const t = getTranslator(lang);
  const { terms, metric, readings, light, gap, freshness = "current" } = example;
  const judging = describeJudging(terms, metric, lang);
  const reports = readings.map((reading) => reportText(example, reading, lang));
  const isLate = freshness !== "current";
  const on = example.on !== undefined && example.on !== latestReading(readings)?.asOf ? isoDate(example.on) : null;
  const texts: Readonly<Record<MethodFact["key"], string | null>> = {
    promise: t(`method.examples.${key}.promise`, { figure: describeTarget(terms, metric, lang) }),
    judging: judging === t("judgings.latest") ? null : judging,
    reports: reports.length === 0 ? t("method.noReports") : reports.join(t("punctuation.semicolon")),
    on: on === null ? null : formatIsoDate(on, lang),
    light: isLate
      ? `${t(`lights.${light}`)}${t("punctuation.separator")}${t(`freshness.${freshness}`)}`
      : t(`lights.${light}`),
    gap: gap === null ? null : formatDifference(new Decimal(gap), { ...metric, kind: terms.kind }, lang),
    why: t(`method.examples.${key}.why`),
  };
  const keys = Object.keys(texts) as MethodFact["key"][];
  return {
    key,
    title: t("method.labels.example", { number }),
    light,
    freshness,
    facts: keys.flatMap((fact) => {
      const text = texts[fact];
      return text === null ? [] : [{ key: fact, label: t(`method.labels.${fact}`), text }];
    }),
  };
}

function writeDocument(lang: Language): MethodDocument {
  const t = getTranslator(lang);
  const signed = (bound: number) => `${bound > 0 ? "+" : ""}${formatNumber(bound)}`;
  const facts = {
    ahead: signed(DEFAULT_RULES.aheadFrom),
    onTrack: signed(DEFAULT_RULES.onTrackFrom),
    behind: signed(DEFAULT_RULES.behindFrom),
    tolerance: formatRatio(COMPARATOR_RULES.about.tolerance),
    adjusted: t("target.adjusted"),
  };
  let number = 0;
  return {
    title: t("method.title"),
    lead: t("method.lead"),
    contents: t("method.contents"),
    lights: LIGHTS.map((light) => ({ light, meaning: t(`method.lights.${light}`) })),
    sections: (Object.keys(METHOD_EXAMPLES) as MethodSectionKey[]).map((key) => ({
      key,
      title: t(`method.sections.${key}.title`),
      blocks: blocksOf(t(`method.sections.${key}.text`, facts)),
      examples: Object.entries<MethodExample>(METHOD_EXAMPLES[key]).map(([name, example]) => {
        number += 1;
        return exampleText(name as MethodExampleKey, example, number, lang);
      }),
    })),
  };
}

const DOCUMENTS: Readonly<Record<Language, MethodDocument>> = {
  "zh-CN": writeDocument("zh-CN"),
  en: writeDocument("en"),
};

/** Written once per language, since nothing in it depends on the request. */
export function methodDocument(lang: Language): MethodDocument {
  return DOCUMENTS[lang];
}
