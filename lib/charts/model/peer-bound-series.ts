// The promised place of each report, where it follows from the number of places: 前三分之一 / "within the first third".
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { lastPlaceAmong, statesFigure } from "@/lib/domain/targets/comparators";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { capitalized, getTranslator } from "@/lib/i18n/translator";
import { describeFigure } from "@/lib/wording/describe-target";
import { placeText } from "@/lib/wording/measure-text";
import type { ChartSeries, SeriesPoint } from "./chart-model";
import { seriesPoint } from "./reported-series";
import { named } from "./series-name";
import type { TargetChartInput } from "./target-chart-input";

type Point = TargetChartInput["readings"][number];

/** The last place that meets the promise at a reading; a gap with its reason without the number of places. */
function boundAt(
  { comparator, value }: TargetTerms,
  { asOf, peers }: Point,
  lang: TargetChartInput["lang"],
): SeriesPoint {
  const bound = statesFigure(comparator) ? value : lastPlaceAmong(comparator, peers);
  if (bound === null) return seriesPoint(asOf, null, capitalized(getTranslator(lang)("unknownReasons.no-peers")));
  return seriesPoint(asOf, bound, describeFigure({ comparator: "within-rank" }, placeText(bound, lang), lang));
}

/**
 * A step at each report, by the terms of its day; null where the terms state the place, and before the first report.
 * @param termsOn the terms in force on a day
 */
export function peerBoundSeries(
  input: TargetChartInput,
  to: IsoDate,
  termsOn: (on: IsoDate) => TargetTerms,
): ChartSeries | null {
  const { comparator } = input.terms;
  if (statesFigure(comparator)) return null;
  const readings = input.readings
    .filter(({ asOf }) => asOf <= input.today)
    .toSorted((one, other) => (one.asOf < other.asOf ? -1 : 1));
  const points = readings.map((reading) => boundAt(termsOn(reading.asOf), reading, input.lang));
  const last = readings.at(-1);
  if (last === undefined || points.every(({ y }) => y === null)) return null;
  if (last.asOf < to) points.push(boundAt(termsOn(last.asOf), { ...last, asOf: to }, input.lang));
  const label = named(getTranslator(input.lang)("chart.target"), describeFigure(input.terms, "", input.lang));
  return { key: "target", role: "target", ...label, shape: "step", markers: false, points };
}
