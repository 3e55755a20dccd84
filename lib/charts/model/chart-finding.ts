// What a target's chart shows, in one sentence with its light: subtitle, alternative text and captions use these words.

import { type IsoDate, yearOf } from "@/lib/domain/calendar/iso-date";
import { statesFigure } from "@/lib/domain/targets/comparators";
import { isOverdue, isStaleGreen } from "@/lib/domain/targets/standing";
import { LIGHTS, type Light } from "@/lib/domain/targets/types";
import { formatDayOfYear, formatIsoDate } from "@/lib/domain/units/format-date";
import { formatRatio } from "@/lib/domain/units/format-measure";
import { getTranslator } from "@/lib/i18n/translator";
import { describeTarget } from "@/lib/wording/describe-target";
import type { ChartFinding, ChartLanguage } from "./chart-model";
import { hasPlannedCurve } from "./chart-terms";
import { gapSentence } from "./gap-sentence";
import { latestReading } from "./latest-reading";
import type { TargetChartInput } from "./target-chart-input";

/** The latest value of the chart: its day and its text, as the label of the line shows it. */
interface Latest {
  readonly on: IsoDate;
  readonly text: string;
}

/** 9月26日 / "26 September"; with its year outside of the target's year. */
function dayText(on: IsoDate, { terms, lang }: TargetChartInput): string {
  return yearOf(on) === yearOf(terms.dueOn) ? formatDayOfYear(on, lang) : formatIsoDate(on, lang);
}

/** "2023 target CNY 40.2 billion", in the words of the promise. */
export function promiseSentence({ terms, metric, lang }: TargetChartInput): string {
  const t = getTranslator(lang);
  const year = yearOf(terms.dueOn);
  const isWords = terms.kind === "yes-no" || terms.kind === "milestone";
  if (isWords && (terms.kind === "yes-no" || terms.steps.length > 0)) {
    return t("finding.promiseInWords", { year, promise: describeTarget(terms, metric, lang) });
  }
  if (terms.kind === "milestone") return t("finding.noSteps", { year });
  if (terms.value === null && statesFigure(terms.comparator)) return t("finding.noFigure", { year });
  return t("finding.promise", { year, promise: describeTarget(terms, metric, lang) });
}

function valueSentence(input: TargetChartInput, latest: Latest): string {
  const { standing, metric, lang } = input;
  const t = getTranslator(lang);
  const [day, value] = [dayText(latest.on, input), latest.text];
  const ratio = standing.completionRatio === null ? null : formatRatio(standing.completionRatio);
  if (metric.kind === "yes-no") {
    const isDone = !latestReading(input)?.value?.isZero();
    return t(isDone ? "finding.answeredDone" : "finding.answeredNotDone", { day });
  }
  if (metric.kind === "milestone") return t("finding.steps", { day, steps: value });
  if (metric.kind === "cumulative") {
    return ratio === null ? t("finding.total", { day, value }) : t("finding.totalShare", { day, value, ratio });
  }
  if (ratio !== null && hasPlannedCurve(input.terms)) return t("finding.valueOnTheWay", { day, value, ratio });
  return t("finding.value", { day, value });
}

function lightWord(light: Light, lang: ChartLanguage): string {
  const word = getTranslator(lang)(`lights.${light}`);
  return lang === "en" ? word.toLowerCase() : word;
}

/** The light in words, with a late report: 正常，逾期未报 / "on track, report late". */
function lightOf({ standing, lang }: TargetChartInput): ChartFinding["light"] {
  const t = getTranslator(lang);
  const { light, freshness } = standing;
  const word = lightWord(light, lang);
  const label = isOverdue(freshness) ? `${word}${t("punctuation.separator")}${t(`freshness.${freshness}`)}` : word;
  return { light, label, isStale: isStaleGreen(light, freshness) };
}

/**
 * The finding of a target's chart: promise, latest value with its share, and difference from the plan.
 * @param latest null without a value
 */
export function prepareFinding(input: TargetChartInput, latest: Latest | null): ChartFinding {
  const t = getTranslator(input.lang);
  const nothing = input.needsNoReport ? t("freshness.not-expected") : t("finding.nothingReported");
  const known = latest === null ? [nothing] : [valueSentence(input, latest)];
  const gap = latest === null ? null : gapSentence(input);
  const progress = [...known, ...(gap === null ? [] : [gap])].join(t("punctuation.separator"));
  return { text: `${promiseSentence(input)}${t("punctuation.semicolon")}${progress}`, light: lightOf(input) };
}

/** The finding as a sentence that ends with the light's words: "…, 0.3 points ahead of plan: on track". */
export function findingSentence({ text, light }: ChartFinding, lang: ChartLanguage): string {
  return light === null ? text : getTranslator(lang)("finding.sentence", { text, light: light.label });
}

/** How many targets have each light: 共5项：超前1项、正常4项 / "5 targets: 1 ahead, 4 on track". */
export function countedFinding(lights: readonly Light[], lang: ChartLanguage): ChartFinding {
  if (lights.length === 0) return { text: "", light: null };
  const t = getTranslator(lang);
  const counts = LIGHTS.flatMap((light) => {
    const count = lights.filter((one) => one === light).length;
    return count === 0 ? [] : [t("finding.lightCount", { count, light: lightWord(light, lang) })];
  });
  return {
    text: t("finding.counted", { count: lights.length, lights: counts.join(t("punctuation.enumeration")) }),
    light: null,
  };
}
