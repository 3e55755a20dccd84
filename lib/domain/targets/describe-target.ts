// What was promised, in a few words: 不少于30个 / at least 30.
import { Decimal } from "decimal.js";
import { rangeOf } from "@/lib/domain/targets/goal";
import type { Comparator, TargetTerms } from "@/lib/domain/targets/types";
import { type FormatLanguage, type FormatOptions, formatMeasure } from "@/lib/domain/units/format-measure";

type Described = Pick<TargetTerms, "kind" | "comparator" | "value" | "upperValue" | "stretchValue" | "steps">;
type Phrase = (figure: string) => string;

const PHRASES: Record<FormatLanguage, Record<Exclude<Comparator, "between">, Phrase>> = {
  "zh-CN": {
    "at-least": (figure) => `不少于${figure}`,
    "more-than": (figure) => `超过${figure}`,
    "at-most": (figure) => `不超过${figure}`,
    "less-than": (figure) => `低于${figure}`,
    equal: (figure) => figure,
    about: (figure) => `${figure}左右`,
    "within-rank": (figure) => `${figure}以内`,
  },
  en: {
    "at-least": (figure) => `at least ${figure}`,
    "more-than": (figure) => `more than ${figure}`,
    "at-most": (figure) => `at most ${figure}`,
    "less-than": (figure) => `less than ${figure}`,
    equal: (figure) => figure,
    about: (figure) => `about ${figure}`,
    "within-rank": (figure) => `${figure} or better`,
  },
};

/** The words around a promised figure: 27% → "about 27%", 2nd → "2nd or better". A `between` has two figures and none. */
export function describeFigure(
  { kind, comparator }: Pick<TargetTerms, "kind" | "comparator">,
  figure: string,
  language: FormatLanguage,
): string {
  if (kind === "rank") return PHRASES[language]["within-rank"](figure);
  return comparator === "between" ? figure : PHRASES[language][comparator](figure);
}

/**
 * The promise in words, its stretch added when it has one: 第2位以内，力争第1位 / "2nd or better, aiming for 1st".
 * A milestone names its number of steps; a target without its figure says that it is not set.
 */
export function describeTarget(
  terms: Described,
  unit: string,
  language: FormatLanguage,
  options: FormatOptions = {},
): string {
  const chinese = language === "zh-CN";
  if (terms.kind === "yes-no") return chinese ? "办成" : "done";
  if (terms.kind === "milestone") return steps(terms.steps.length, chinese);
  const measure = (value: Decimal) => formatMeasure(value, unit, language, options);
  const promise = phrase(terms, language, measure);
  if (promise === null) return chinese ? "目标值未设定" : "target value not set";
  if (terms.stretchValue === null) return promise;
  const stretch = measure(terms.stretchValue);
  return chinese ? `${promise}，力争${stretch}` : `${promise}, aiming for ${stretch}`;
}

function phrase(terms: Described, language: FormatLanguage, measure: (value: Decimal) => string): string | null {
  if (terms.value === null) return null;
  if (terms.kind === "rank" || terms.comparator !== "between")
    return describeFigure(terms, measure(terms.value), language);
  const range = rangeOf(terms);
  return range === null ? null : describeRange(measure(range.low), measure(range.high), language);
}

/** 60%至70% / "between 60% and 70%". */
export function describeRange(low: string, high: string, language: FormatLanguage): string {
  return language === "zh-CN" ? `${low}至${high}` : `between ${low} and ${high}`;
}

function steps(count: number, chinese: boolean): string {
  if (count === 0) return chinese ? "节点未设定" : "steps not set";
  if (chinese) return `完成全部${formatMeasure(new Decimal(count), "个", "zh-CN")}节点`;
  return count === 1 ? "its one step done" : `all ${count} steps done`;
}
