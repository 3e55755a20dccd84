// A promise read back to its author: what it asks for, and what breaks it.
import type { Decimal } from "decimal.js";
import { expectedValue } from "@/lib/domain/targets/expected";
import { countsPeriods, goalOf } from "@/lib/domain/targets/goal";
import type { SetGoal } from "@/lib/domain/targets/goal-types";
import { midPeriod } from "@/lib/domain/targets/sample-readings";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { Language } from "@/lib/i18n/languages";
import { capitalized, getTranslator } from "@/lib/i18n/translator";
import { describeTarget } from "./describe-target";
import { measureText } from "./measure-text";

interface Unit extends PrintedUnit {
  readonly precision: number;
}

/**
 * The promise in one or two sentences: "0 in total: the first one breaks it." / "At least 95% in every period: one
 * lapse breaks it." Null while the figure or the steps are missing.
 */
export function readBack(terms: TargetTerms, unit: Unit, lang: Language): string | null {
  const sentence = sentenceOf(terms, unit, lang);
  return sentence === null ? null : capitalized(sentence);
}

/**
 * A change over years: "A fall of at least 13.5% by 31 Dec 2025 against 2020. On 30 Jun 2023, −6.8% is expected." Null
 * while the amount or the year is missing.
 */
export function readBackChange(terms: TargetTerms, unit: Unit, lang: Language): string | null {
  const { value, baseline, dueOn, kind } = terms;
  const goal = goalOf(terms);
  if (value === null || baseline === null || goal.type === "unset") return null;
  const t = getTranslator(lang);
  const amount = measureText(value.abs(), { ...unit, kind, lang, precision: null });
  const way = value.isNegative() ? ("down" as const) : ("up" as const);
  const promise = t("readBack.change", { way, amount, due: formatIsoDate(dueOn, lang), year: baseline.year });
  return promise + courseText(terms, goal, unit, lang);
}

function courseText(terms: TargetTerms, goal: SetGoal, unit: Unit, lang: Language): string {
  const day = midPeriod(terms);
  const expected = expectedValue(terms, day, goal);
  if (!expected.known) return "";
  const value = measureText(expected.value, { ...unit, kind: terms.kind, lang });
  return getTranslator(lang)("readBack.course", { day: formatIsoDate(day, lang), value });
}

function sentenceOf(terms: TargetTerms, unit: Unit, lang: Language): string | null {
  const goal = goalOf(terms);
  const isShare = goal.type === "unset" && goal.reason === "no-peers";
  if (goal.type === "unset" && !isShare) return null;
  const t = getTranslator(lang);
  // Figures as promised: 2.85 to 3.15 of a metric without decimals are not "3 to 3".
  const measure = (value: Decimal) => measureText(value, { ...unit, kind: terms.kind, lang, precision: null });
  const due = formatIsoDate(terms.dueOn, lang);
  const promise = describeTarget(terms, unit, lang);
  if (countsPeriods(terms.judging)) {
    if (goal.type === "answer") return t("readBack.everyYes", { due });
    return t(terms.judging === "every-period" ? "readBack.everyPeriod" : "readBack.average", { promise, due });
  }
  if (terms.judging === "best") return t("readBack.best", { promise, due });
  if (goal.type === "unset") return t("readBack.share", { promise, due });
  const [low, high] = goal.limits;
  const ends = { low: measure(low?.figure ?? goal.target), high: measure(high?.figure ?? goal.target) };
  const isExact = ends.low === ends.high;
  switch (goal.type) {
    case "answer":
      return t("readBack.answer", { due });
    case "complete-steps":
      return t("readBack.steps", { promise, due });
    case "reach-rank":
      return t("readBack.rank", { promise, due });
    case "total-below":
      return goal.target.isZero() ? t("readBack.zero") : t("readBack.limit", { promise, due });
    case "total-within":
      return isExact
        ? t("readBack.totalExactly", { figure: ends.low, due })
        : t("readBack.totalWithin", { ...ends, due });
    case "stay-within":
      return isExact ? t("readBack.exactly", { figure: ends.low, due }) : t("readBack.within", { ...ends, due });
    case "stay-above":
    case "stay-below":
      return t("readBack.standard", { promise, due });
    case "climb-to":
    case "follow-course": {
      const start =
        goal.start === null || goal.start.isZero() ? "" : t("readBack.from", { value: measure(goal.start) });
      return t("readBack.climb", { promise, due, start }) + courseText(terms, goal, unit, lang);
    }
  }
}
