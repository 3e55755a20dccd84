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

/** 周一 / Mon. */
export const formatWeekday = formatterOf({ weekday: "short" });

/** 2023年 / 2023. */
export const formatYear = formatterOf({ year: "numeric" });

/** 2023年9月30日 / 30 Sep 2023. The British format of Intl has this order, but abbreviates to "Sept". */
export function formatIsoDate(day: IsoDate, language: FormatLanguage): string {
  const [date, month] = [Number(day.slice(8, 10)), formatMonth(day, language)];
  return language === "zh-CN" ? `${month}${date}日` : `${date} ${month}`;
}
