// Fixed axes: day numbers across, round values up. No other module chooses a domain or a tick.
import { scaleLinear } from "d3-scale";
import { addDays, addMonths, endOfMonth, type IsoDate, startOfMonth, yearOf } from "@/lib/domain/calendar/iso-date";
import { formatMonth, formatMonthName, formatYear } from "@/lib/domain/units/format-date";
import type { AxisTick, ChartAxis, ChartLanguage } from "./chart-model";

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01. */
export function dayNumber(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
}

export function dayFromNumber(x: number): IsoDate {
  return new Date(Math.round(x) * MS_PER_DAY).toISOString().slice(0, 10) as IsoDate;
}

/** Month ends from the month of `from` to the month of `to`, inclusive, not after `to`. */
function monthEnds(from: IsoDate, to: IsoDate): IsoDate[] {
  const ends: IsoDate[] = [];
  for (let month = startOfMonth(from); month <= to; month = addMonths(month, 1)) {
    const end = endOfMonth(month);
    if (end <= to && end >= from) ends.push(end);
  }
  return ends;
}

function timeTicks(from: IsoDate, to: IsoDate, lang: ChartLanguage): AxisTick[] {
  const ends = monthEnds(from, to);
  const oneYear = yearOf(from) === yearOf(to);
  const everyMonths = ends.length <= 14 ? 1 : ends.length <= 40 ? 3 : 12;
  const labelled = ends.filter((end) => Number(end.slice(5, 7)) % everyMonths === 0);
  const label = everyMonths === 12 ? formatYear : oneYear ? formatMonthName : formatMonth;
  return (labelled.length > 0 ? labelled : [to]).map((end) => ({ at: dayNumber(end), label: label(end, lang) }));
}

/**
 * The time axis from the evening before `from` to `to`: a period starts at zero, so the first month
 * has its full width. If all months are in one year, the axis caption shows the year.
 */
export function timeAxis(from: IsoDate, to: IsoDate, lang: ChartLanguage): ChartAxis {
  return {
    domain: [dayNumber(addDays(from, -1)), dayNumber(to)],
    ticks: timeTicks(from, to, lang),
    reversed: false,
    caption: yearOf(from) === yearOf(to) ? formatYear(from, lang) : "",
  };
}

/** A tick's text: grouped digits, as many decimals as the step between ticks needs, compact from ten million. */
export function tickLabel(value: number, step: number, lang: ChartLanguage): string {
  const digits = step > 0 ? Math.min(8, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9))) : 0;
  const large = Math.abs(value) >= 1e7;
  return new Intl.NumberFormat(lang, {
    maximumFractionDigits: large ? 2 : digits,
    minimumFractionDigits: large ? 0 : digits,
    notation: large ? "compact" : "standard",
    numberingSystem: "latn",
  })
    .format(Object.is(value, -0) ? 0 : value)
    .replace("-", "−");
}

/**
 * A round axis that contains every value. With `fromZero` it starts (or ends) at zero, as counts must; otherwise
 * zero is included if the values come close to it. `headroom` is free space beyond the outermost values.
 * Labels show the values multiplied by `factor`.
 */
export function valueAxis(
  values: readonly number[],
  fromZero: boolean,
  lang: ChartLanguage,
  { headroom = 0.06, factor = 1 }: { readonly headroom?: number; readonly factor?: number } = {},
): ChartAxis {
  const finite = values.filter((value) => Number.isFinite(value));
  let low = finite.length > 0 ? Math.min(...finite) : 0;
  let high = finite.length > 0 ? Math.max(...finite) : 1;
  if (fromZero || (low > 0 && low < high * 0.4)) low = Math.min(0, low);
  if (fromZero || (high < 0 && high > low * 0.4)) high = Math.max(0, high);
  if (low === high) {
    const spread = Math.max(Math.abs(low) * 0.1, 1);
    low -= low === 0 ? 0 : spread;
    high += spread;
  }
  const pad = (high - low) * headroom;
  const scale = scaleLinear()
    .domain([low === 0 ? 0 : low - pad, high === 0 ? 0 : high + pad])
    .nice(5);
  const ticks = scale.ticks(5);
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const domain = scale.domain();
  return {
    domain: [domain[0] ?? low, domain[1] ?? high],
    ticks: ticks.map((at) => ({ at, label: tickLabel(at * factor, step * factor, lang) })),
    reversed: false,
    caption: "",
  };
}

/** Ranks from first to the worst reported, first at the top; whole numbers only. */
export function rankAxis(places: readonly number[], label: (place: number) => string): ChartAxis {
  const worst = Math.max(4, ...places.filter((place) => Number.isFinite(place)));
  const last = Math.ceil(worst) + 0.5;
  const every = Math.max(1, Math.ceil(worst / 8));
  const ticks: AxisTick[] = [{ at: 1, label: label(1) }];
  for (let at = every === 1 ? 2 : every; at <= worst; at += every) if (at > 1) ticks.push({ at, label: label(at) });
  return { domain: [0.5, last], ticks, reversed: true, caption: "" };
}
