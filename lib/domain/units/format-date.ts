// Days and months as text in Chinese and English.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { FormatLanguage } from "@/lib/domain/units/format-measure";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** 2023年9月30日 / 30 Sep 2023. */
export function formatIsoDate(day: IsoDate, language: FormatLanguage): string {
  const date = Number(day.slice(8, 10));
  return language === "zh-CN" ? `${formatMonth(day, language)}${date}日` : `${date} ${formatMonth(day, language)}`;
}

const LONG_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** For titles and sentences: 2023年9月 / September 2023. */
export function formatLongMonth(day: IsoDate, language: FormatLanguage): string {
  if (language === "zh-CN") return formatMonth(day, language);
  return `${LONG_MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** 2023年9月 / Sep 2023. */
export function formatMonth(day: IsoDate, language: FormatLanguage): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return language === "zh-CN" ? `${year}年${month}月` : `${MONTHS[month - 1]} ${year}`;
}
