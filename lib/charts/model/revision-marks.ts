// The marks of revisions and of the current day.
import type { Decimal } from "decimal.js";
import { addDays, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { getTranslator } from "@/lib/i18n/translator";
import { dayNumber } from "./chart-axes";
import type { ChartMark } from "./chart-model";
import { plotNumber } from "./chart-terms";
import { changesValue, promiseText, revisionsInOrder, type Span, termsOn } from "./promise-series";
import type { ChartRevision, TargetChartInput } from "./target-chart-input";

function revisionDetail(input: TargetChartInput, revision: ChartRevision): string {
  const t = getTranslator(input.lang);
  const inWords = (value: Decimal | null, on: IsoDate) =>
    value === null ? t("chart.notSet") : promiseText(input, value, termsOn(input, on));
  const [before, after] = [inWords(revision.before, addDays(revision.on, -1)), inWords(revision.after, revision.on)];
  const when = formatIsoDate(revision.on, input.lang);
  const what = changesValue(revision) ? t("chart.revised", { before, after }) : t("chart.revision");
  const reason = revision.reason === "" ? "" : `${t("punctuation.colon")}${revision.reason}`;
  return `${when}${t("punctuation.separator")}${what}${reason}`;
}

/** Marks of revisions and of the current day, if they are within the chart's period. */
export function plotMarks(input: TargetChartInput, span: Span): ChartMark[] {
  const t = getTranslator(input.lang);
  const marks = revisionsInOrder(input)
    .filter((revision) => revision.on >= span.from && revision.on <= span.to)
    .map((revision, index): ChartMark => {
      const y = plotNumber(revision.after ?? revision.before);
      const place = { x: dayNumber(revision.on), on: revision.on, y };
      const detail = revisionDetail(input, revision);
      return { key: `revision-${index}`, role: "revision", ...place, label: t("chart.revision"), detail };
    });
  if (input.today >= span.from && input.today < span.to) {
    const place = { x: dayNumber(input.today), on: input.today, y: null };
    marks.push({
      key: "today",
      role: "today",
      ...place,
      label: t("chart.cutOff"),
      detail: formatIsoDate(input.today, input.lang),
    });
  }
  return marks;
}
