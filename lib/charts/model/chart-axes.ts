// Fixed axes: day numbers across, round values up. No other module chooses a domain or a tick.
import { scaleLinear } from "d3-scale";
import { addDays, addMonths, endOfMonth, type IsoDate, startOfMonth, yearOf } from "@/lib/domain/calendar/iso-date";
import { formatMonth, formatMonthName, formatYear } from "@/lib/domain/units/format-date";
import { getTranslator } from "@/lib/i18n/translator";
import type { AxisTick, ChartAxis, ChartLanguage } from "./chart-model";

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01. */
export function dayNumber(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
}

export function dayFromNumber(x: number): IsoDate {
  return new Date(Math.round(x) * MS_PER_DAY).toISOString().slice(0, 10) as IsoDate;
}

/** Months, quarters or years: fine enough to read, few enough to label. */
function bandMonths(from: IsoDate, to: IsoDate): 1 | 3 | 12 {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from) + 1;
  return months <= 14 ? 1 : months <= 40 ? 3 : 12;
}

const monthOf = (day: IsoDate) => Number(day.slice(5, 7));

function bandLabel(start: IsoDate, months: 1 | 3 | 12, isOneYear: boolean, lang: ChartLanguage): string {
  if (months === 12) return formatYear(start, lang);
  if (months === 1) return isOneYear ? formatMonthName(start, lang) : formatMonth(start, lang);
  return getTranslator(lang)("chart.quarter", { year: yearOf(start), quarter: Math.ceil(monthOf(start) / 3) });
}

/** A tick at the end of every month, quarter or year; its name is in the middle of the band before the tick. */
function timeTicks(from: IsoDate, to: IsoDate, lang: ChartLanguage): AxisTick[] {
  const months = bandMonths(from, to);
  const isOneYear = yearOf(from) === yearOf(to);
  const ticks: AxisTick[] = [];
  let start = addMonths(startOfMonth(from), -((monthOf(from) - 1) % months));
  for (; start <= to; start = addMonths(start, months)) {
    const end = endOfMonth(addMonths(start, months - 1));
    const [first, last] = [start < from ? from : start, end > to ? to : end];
    const [low, high] = [dayNumber(first) - 1, dayNumber(last)];
    const isMostlyShown = (high - low) * 2 >= dayNumber(end) - dayNumber(start) + 1;
    const label = isMostlyShown ? bandLabel(start, months, isOneYear, lang) : "";
    ticks.push({ at: high, label, labelAt: (low + high) / 2 });
  }
  return ticks;
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
    isBroken: false,
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

interface ValueAxisOptions {
  readonly headroom?: number;
  readonly factor?: number;
  /** Ticks only at whole numbers, for counts. */
  readonly isWhole?: boolean;
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
  { headroom = 0.06, factor = 1, isWhole = false }: ValueAxisOptions = {},
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
  const ticks = scale.ticks(5).filter((at) => !isWhole || Number.isInteger(at));
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const domain = scale.domain();
  return {
    domain: [domain[0] ?? low, domain[1] ?? high],
    ticks: ticks.map((at) => ({ at, label: tickLabel(at * factor, step * factor, lang) })),
    ...(isWhole ? { isWhole } : {}),
    reversed: false,
    isBroken: (domain[0] ?? low) > 0 || (domain[1] ?? high) < 0,
    caption: "",
  };
}

/** Ranks from first to the worst reported, first at the top; whole numbers only, and always the `named` ones. */
export function rankAxis(
  places: readonly number[],
  label: (place: number) => string,
  named: readonly number[] = [],
): ChartAxis {
  const worst = Math.max(4, ...places.filter((place) => Number.isFinite(place)));
  const last = Math.ceil(worst) + 0.5;
  const every = Math.max(1, Math.ceil(worst / 8));
  const shown: number[] = [];
  const add = (at: number) => {
    // Two labels closer than this would touch.
    if (shown.every((one) => Math.abs(one - at) > every / 2)) shown.push(at);
  };
  for (const place of named) if (Number.isInteger(place) && place >= 1 && place <= worst) add(place);
  add(1);
  for (let at = every; at <= worst; at += every) add(at);
  const ticks = shown.toSorted((one, other) => one - other).map((at): AxisTick => ({ at, label: label(at) }));
  return { domain: [0.5, last], ticks, reversed: true, isBroken: false, caption: "" };
}
