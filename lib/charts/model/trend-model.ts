// The small chart of a report: the approved values, the new one, the expected course and the target.
import type { Decimal } from "decimal.js";
import { addDays } from "@/lib/domain/calendar/iso-date";
import { courseDays } from "@/lib/domain/targets/expected";
import type { Reading, TargetTerms } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import { getTranslator } from "@/lib/i18n/translator";
import { measureText } from "@/lib/wording/measure-text";
import { dayNumber } from "./chart-axes";
import type { ChartLanguage } from "./chart-model";
import { hasPlannedCurve, plannedValue, plotNumber, readingMeasure } from "./chart-terms";

/** A position, 0–1 of the picture's width and height (0 = left, bottom). */
export interface TrendPoint {
  readonly x: number;
  readonly y: number;
}

/** All text is formatted; the model is small enough to be sent while a value is typed. */
export interface TrendModel {
  readonly description: string;
  readonly reported: readonly TrendPoint[];
  readonly expected: readonly TrendPoint[];
  /** The value that is not approved yet. */
  readonly added: (TrendPoint & { readonly label: string }) | null;
  readonly target: { readonly y: number; readonly label: string } | null;
  readonly from: string;
  readonly to: string;
}

export interface TrendInput {
  readonly terms: TargetTerms;
  readonly metric: PrintedUnit & { readonly precision: number };
  readonly readings: readonly Reading[];
  readonly added: Reading | null;
  readonly lang: ChartLanguage;
}

interface Dated {
  readonly x: number;
  readonly y: number;
}

/** Space above and below the values. */
const MARGIN = 0.1;

function plotted({ terms, metric }: TrendInput, reading: Reading): (Dated & { readonly value: Decimal }) | null {
  const measure = readingMeasure(terms.kind, reading, metric.precision);
  const y = measure.known ? plotNumber(measure.value) : null;
  return measure.known && y !== null ? { x: dayNumber(reading.asOf), y, value: measure.value } : null;
}

function expectedCourse({ terms }: TrendInput): Dated[] {
  if (!hasPlannedCurve(terms)) return [];
  return courseDays(terms).flatMap((day) => {
    const y = plotNumber(plannedValue(terms, day));
    return y === null ? [] : [{ x: dayNumber(day), y }];
  });
}

/** Positions in the picture: time across, values up; the best rank is at the top. */
function scaleOf({ terms }: TrendInput, values: readonly number[]): (point: Dated) => TrendPoint {
  const start = dayNumber(addDays(terms.startOn, -1));
  const days = Math.max(1, dayNumber(terms.dueOn) - start);
  const all = terms.kind === "cumulative" ? [0, ...values] : values;
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const within = (share: number) => Math.min(1, Math.max(0, share));
  const height = (y: number) => (high === low ? 0.5 : MARGIN + ((1 - 2 * MARGIN) * (y - low)) / (high - low));
  return ({ x, y }) => ({
    x: within((x - start) / days),
    y: terms.kind === "rank" ? 1 - height(y) : height(y),
  });
}

function describe({ lang, added }: TrendInput, addedLabel: string | null, target: string | null): string {
  const t = getTranslator(lang);
  const facts = [t("chart.trend")];
  if (added !== null && addedLabel !== null)
    facts.push(t("chart.trendAdded", { value: addedLabel, day: formatIsoDate(added.asOf, lang) }));
  if (target !== null) facts.push(t("chart.trendTarget", { value: target }));
  return facts.join(t("punctuation.separator"));
}

/** Null where a line says nothing: steps and answers, and while there is neither a value nor a target. */
export function prepareTrend(input: TrendInput): TrendModel | null {
  const { terms, metric, lang } = input;
  if (terms.kind === "milestone" || terms.kind === "yes-no") return null;
  const reported = input.readings
    .toSorted((one, other) => (one.asOf < other.asOf ? -1 : 1))
    .flatMap((reading) => plotted(input, reading) ?? []);
  const added = input.added === null ? null : plotted(input, input.added);
  const promised = plotNumber(terms.value);
  const expected = expectedCourse(input);
  const values = [...reported, ...expected, ...(added === null ? [] : [added])].map(({ y }) => y);
  if (promised !== null) values.push(promised);
  if (values.length === 0) return null;
  const place = scaleOf(input, values);
  const text = (value: Decimal, precision: number | null) =>
    measureText(value, { ...metric, kind: terms.kind, precision, lang });
  const targetLabel = terms.value === null ? null : text(terms.value, null);
  const addedLabel = added === null ? null : text(added.value, metric.precision);
  return {
    description: describe(input, addedLabel, targetLabel),
    reported: reported.map(place),
    expected: expected.map(place),
    added: added === null || addedLabel === null ? null : { ...place(added), label: addedLabel },
    target:
      promised === null || targetLabel === null ? null : { y: place({ x: 0, y: promised }).y, label: targetLabel },
    from: formatIsoDate(terms.startOn, lang),
    to: formatIsoDate(terms.dueOn, lang),
  };
}
