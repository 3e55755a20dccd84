// Days, months and years as text in Chinese and English.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { FormatLanguage } from "@/lib/domain/units/format-measure";

type Formatter = (day: IsoDate, language: FormatLanguage) => string;

function formatterOf(options: Intl.DateTimeFormatOptions): Formatter {
  const inLanguage = (language: FormatLanguage) => new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
  const formats = { "zh-CN": inLanguage("zh-CN"), en: inLanguage("en") };
  return (day, language) => formats[language].format(Date.parse(day));
}

/** 2023年9月 / Sep 2023. */
export const formatMonth = formatterOf({ year: "numeric", month: "short" });

/** For titles and sentences: 2023年9月 / September 2023. */
export const formatLongMonth = formatterOf({ year: "numeric", month: "long" });

/** Without its year: 9月 / Sep. */
export const formatMonthName = formatterOf({ month: "short" });

const formatFullMonthName = formatterOf({ month: "long" });

/** 周一 / Mon. */
export const formatWeekday = formatterOf({ weekday: "short" });

/** 2023年 / 2023. */
export const formatYear = formatterOf({ year: "numeric" });

/** 9月30日 / 30 Sep. */
export function formatShortDay(day: IsoDate, language: FormatLanguage): string {
  const [date, month] = [Number(day.slice(8, 10)), formatMonthName(day, language)];
  return language === "zh-CN" ? `${month}${date}日` : `${date} ${month}`;
}

/** 9月30日 / 30 September: for sentences that name the year once. */
export function formatDayOfYear(day: IsoDate, language: FormatLanguage): string {
  if (language === "zh-CN") return formatShortDay(day, language);
  return `${Number(day.slice(8, 10))} ${formatFullMonthName(day, language)}`;
}

/** 2023年9月30日 / 30 Sep 2023. The British format of Intl has this order, but abbreviates to "Sept". */
export function formatIsoDate(day: IsoDate, language: FormatLanguage): string {
  const [date, month] = [Number(day.slice(8, 10)), formatMonth(day, language)];
  return language === "zh-CN" ? `${month}${date}日` : `${date} ${month}`;
}
