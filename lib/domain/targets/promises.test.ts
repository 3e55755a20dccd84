// Promises that governments printed, each with readings, the light they get, and why. The wording of the promise is the
// source's, shortened; the readings are examples.
import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { addDays, isoDate } from "@/lib/domain/calendar/iso-date";
import { assessOn } from "@/lib/domain/targets/overdue";
import { DEFAULT_RULES } from "@/lib/domain/targets/rule-sets";
import type { Light, MilestoneStep, Reading, TargetTerms } from "@/lib/domain/targets/types";
import { aBaseline, aPlan, aReading, aTarget } from "@/testing/target-builders";

const D = (value: number | string) => new Decimal(value);
const years = (from: number, to: number) => ({ startOn: isoDate(`${from}-01-01`), dueOn: isoDate(`${to}-12-31`) });
const base = (value: number | string, year: number) => ({ ...aBaseline(value), year });

interface Case {
  readonly promise: string;
  readonly terms: TargetTerms;
  /** [as-of date, value] of each report, oldest first. */
  readonly readings: readonly (readonly [string, number | string] | Reading)[];
  /** The day it is looked at; the day of the latest report unless given. */
  readonly on?: string;
  readonly light: Light;
  readonly why: string;
}

const total = (value: number | string, changes: Partial<TargetTerms> = {}) => aTarget({ value: D(value), ...changes });
const level = (value: number | string, changes: Partial<TargetTerms> = {}) =>
  aTarget({ kind: "level", value: D(value), ...changes });
const ratio = (value: number | string, changes: Partial<TargetTerms> = {}) =>
  aTarget({ kind: "ratio", value: D(value), ...changes });
const growth = (value: number | string, changes: Partial<TargetTerms> = {}) =>
  aTarget({ kind: "growth", value: D(value), ...changes });
const rank = (value: number, changes: Partial<TargetTerms> = {}) =>
  aTarget({ kind: "rank", comparator: "within-rank", direction: "decrease", value: D(value), ...changes });
const place = (asOf: string, value: number, peers: number) => aReading(asOf, value, { peers });
const yesNo = (changes: Partial<TargetTerms> = {}) =>
  aTarget({ kind: "yes-no", comparator: "equal", value: null, ...changes });
const step = (key: string, plannedOn: string, weight = 1): MilestoneStep => ({
  key,
  title: key,
  titleEn: key,
  weight,
  plannedOn: isoDate(plannedOn),
});
const milestone = (...steps: MilestoneStep[]) =>
  aTarget({ kind: "milestone", comparator: "equal", value: null, plan: aPlan({ shape: "milestones" }), steps });
const done = (asOf: string, ...keys: string[]): Reading =>
  aReading(asOf, null, { completedSteps: keys.map((key) => ({ key, doneOn: isoDate(asOf) })) });
const part = (asOf: string, numerator: number, denominator: number): Reading =>
  aReading(asOf, null, { numerator: D(numerator), denominator: D(denominator) });

const values = (...list: readonly (readonly [string, number | string])[]) =>
  aPlan({ shape: "values", values: list.map(([on, value]) => ({ on: isoDate(on), value: D(value) })) });

const YEARLY = { calendar: "yearly" as const };
const AVERAGE_OF_FIVE = growth(7, { comparator: "more-than", judging: "average", ...years(2016, 2020), ...YEARLY });
const EVERY_MONTH_95 = ratio(95, { judging: "every-period" });
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map(
  (days, month) => `2023-${String(month + 1).padStart(2, "0")}-${days}`,
);
const monthly = (...values: (number | string)[]) => values.map((value, month) => [MONTHS[month] ?? "", value] as const);

const CITY: readonly Case[] = [
  {
    promise: "zero fatal accidents, entered as a total of exactly 0",
    terms: total(0, { comparator: "equal" }),
    readings: [["2023-06-30", 3]],
    light: "far-behind",
    why: "one accident breaks it",
  },
  {
    promise: "zero fatal accidents",
    terms: total(0, { comparator: "equal" }),
    readings: [["2023-12-31", 7]],
    light: "far-behind",
    why: "7 is not 0 on the due date",
  },
  {
    promise: "zero fatal accidents",
    terms: total(0, { comparator: "equal" }),
    readings: [["2023-12-31", 7]],
    on: "2024-01-01",
    light: "missed",
    why: "the due date has passed",
  },
  {
    promise: "zero fatal accidents",
    terms: total(0, { comparator: "equal" }),
    readings: [["2023-12-31", 0]],
    light: "achieved",
    why: "nothing happened all year",
  },
  {
    promise: "start at least 30 projects above CNY 500 million",
    terms: total(30),
    readings: [["2023-09-30", 31]],
    light: "achieved",
    why: "a started project stays started",
  },
  {
    promise: "arrange 88 key projects in total, or more",
    terms: total(88, { comparator: "equal", orBetter: true }),
    readings: [["2023-10-31", 89]],
    light: "achieved",
    why: "the author said that more is fine",
  },
  {
    promise: "build exactly 88 public charging stations",
    terms: total(88, { comparator: "equal" }),
    readings: [["2023-12-31", 95]],
    light: "far-behind",
    why: "95 is not 88, and nobody said that more is fine",
  },
  {
    promise: "invest CNY 40.2 billion",
    terms: total(402, { baseline: aBaseline("316.5") }),
    readings: [["2023-06-30", 201]],
    light: "on-track",
    why: "the total counts from 0, not from last year's 316.5",
  },
  {
    promise: "invest CNY 40.2 billion, with last year's shape",
    terms: total(402, { plan: aPlan({ shape: "last-year", points: [{ on: isoDate("2023-06-30"), ratio: 0.35 }] }) }),
    readings: [["2023-06-30", 150]],
    light: "on-track",
    why: "37 % against 35 % of last year's course, although a straight line expects 50 %",
  },
  {
    promise: "keep the budget of travel expenses under CNY 1 million",
    terms: total(100, { comparator: "at-most", direction: "decrease" }),
    readings: [["2023-06-30", 70]],
    light: "far-behind",
    why: "20 points above the course of spending",
  },
  {
    promise: "auction 100 to 120 hectares of land",
    terms: total(100, { comparator: "between", upperValue: D(120) }),
    readings: [["2023-03-31", 75]],
    light: "far-behind",
    why: "at three times its pace the total will leave the range",
  },
  {
    promise: "auction 100 to 120 hectares of land",
    terms: total(100, { comparator: "between", upperValue: D(120) }),
    readings: [["2023-03-31", 27]],
    light: "on-track",
    why: "its pace ends inside the range",
  },
  {
    promise: "95 % of hotline cases answered within 5 days, a standard",
    terms: ratio(95),
    readings: [part("2023-08-31", 73, 100)],
    light: "far-behind",
    why: "a standard holds from the first day: 73 is 23 % below 95",
  },
  {
    promise: "grain output of at least 13,000 tonnes",
    terms: level(13000),
    readings: [["2023-08-31", 12900]],
    light: "behind",
    why: "below the figure itself, whatever the month",
  },
  {
    promise: "no fewer kindergarten places than last year (9,500)",
    terms: level(9500, { baseline: aBaseline(9500) }),
    readings: [["2023-06-30", 9500]],
    light: "on-track",
    why: "a floor that holds, and can still be lost",
  },
  {
    promise: "answer at least 95 % of cases in time in every month",
    terms: EVERY_MONTH_95,
    readings: monthly(97, 80, 96, 97, 98, 96, 97, 98, 95, 96, 97, 95),
    light: "far-behind",
    why: "February's 80 % cannot be repaired by December's 95 %",
  },
  {
    promise: "answer at least 95 % of cases in time in every month",
    terms: EVERY_MONTH_95,
    readings: monthly(97, 95, 96, 97, 98, 96, 97, 98, 95, 96, 97, 95),
    light: "achieved",
    why: "all twelve months hold",
  },
  {
    promise: "auction 100 to 120 hectares of land",
    terms: total(100, { comparator: "between", upperValue: D(120) }),
    readings: [["2023-03-31", 110]],
    light: "behind",
    why: "inside the range in March, at more than three times its pace",
  },
  {
    promise: "answer at least 95 % of cases in time in every month",
    terms: EVERY_MONTH_95,
    readings: monthly(97, 98),
    on: "2023-04-30",
    light: "behind",
    why: "the report of March is late",
  },
  {
    promise: "answer at least 95 % of cases in time in every month",
    terms: EVERY_MONTH_95,
    readings: monthly(97, 95, 96, 97, 98, 96, 97, 98, 95, 96, 97),
    on: "2024-02-01",
    light: "behind",
    why: "December was never reported, so the year is not proved",
  },
  {
    promise: "answer at least 95 % of cases in time in every month",
    terms: EVERY_MONTH_95,
    readings: [...monthly(97, 98), ["2023-04-30", 99]],
    light: "behind",
    why: "March was not reported, and silence proves nothing",
  },
  {
    promise: "no wage arrears of migrant workers all year (动态清零)",
    terms: yesNo({ judging: "every-period" }),
    readings: monthly(1, 1, 0, 1),
    light: "far-behind",
    why: "March broke the promise",
  },
  {
    promise: "no wage arrears of migrant workers all year (动态清零)",
    terms: yesNo({ judging: "every-period" }),
    readings: monthly(1, 1, 1),
    light: "on-track",
    why: "held so far, and can still be lost",
  },
  {
    promise: "keep zero black and odorous water bodies",
    terms: level(0, { comparator: "equal", judging: "every-period" }),
    readings: monthly(0, 0, 1, 0),
    light: "far-behind",
    why: "one lapse, although April is back at 0",
  },
  {
    promise: "consumer prices up about 3 %",
    terms: growth(3, { comparator: "about" }),
    readings: [["2023-06-30", "0.2"]],
    light: "far-behind",
    why: "far below the band from 2.85 to 3.15",
  },
  {
    promise: "consumer prices up about 3 %",
    terms: growth(3, { comparator: "about" }),
    readings: [["2023-06-30", 4]],
    light: "far-behind",
    why: "about is a band on both sides",
  },
  {
    promise: "consumer prices up about 3 %, give or take half a point",
    terms: growth(3, { comparator: "about", tolerance: D("0.5") }),
    readings: [["2023-12-31", "2.6"]],
    light: "achieved",
    why: "inside the tolerance that the author chose",
  },
  {
    promise: "GDP up about 5 %",
    terms: growth(5, { comparator: "about", orBetter: true }),
    readings: [["2023-09-30", "4.5"]],
    light: "behind",
    why: "half a point below the figure, 10 % of it",
  },
  {
    promise: "transport investment up about 27 %, or more",
    terms: growth(27, { comparator: "about", orBetter: true }),
    readings: [["2023-12-31", 31]],
    light: "achieved",
    why: "more than about 27 %",
  },
  {
    promise: "fixed investment up more than 8 %",
    terms: growth(8, { comparator: "more-than" }),
    readings: [["2023-09-30", "5.6"]],
    light: "far-behind",
    why: "2.4 points below 8 is 30 % of the figure",
  },
  {
    promise: "unemployment rate at most 5.5 %",
    terms: ratio("5.5", { comparator: "at-most", direction: "decrease" }),
    readings: [["2023-09-30", 9]],
    light: "far-behind",
    why: "64 % above the limit",
  },
  {
    promise: "keep second place in the province, strive for first (保二争一)",
    terms: rank(2, { stretchValue: D(1) }),
    readings: [["2023-06-30", 3]],
    light: "behind",
    why: "one place off",
  },
  {
    promise: "industrial growth within the first third of the 13 cities of the province",
    terms: rank(2, { comparator: "first-third", value: null }),
    readings: [place("2023-06-30", 5, 13)],
    light: "on-track",
    why: "13 ÷ 3 rounded up is 5",
  },
  {
    promise: "industrial growth within the first third, one place short",
    terms: rank(2, { comparator: "first-third", value: null }),
    readings: [place("2023-06-30", 6, 13)],
    light: "behind",
    why: "6th is one place after the 5th of 13",
  },
  {
    promise: "industrial growth within the first third, of 18 instead of 13",
    terms: rank(2, { comparator: "first-third", value: null }),
    readings: [place("2023-06-30", 7, 13), place("2023-09-30", 6, 18)],
    light: "on-track",
    why: "the number of places of each reading counts: 18 ÷ 3 is 6",
  },
  {
    promise: "within the first third, reported without the number of places",
    terms: rank(2, { comparator: "first-third", value: null }),
    readings: [["2023-12-31", 1]],
    light: "no-report",
    why: "whether it is within a third of an unknown number cannot be judged",
  },
  {
    promise: "business climate within the first half of 15 districts in every quarter",
    terms: rank(2, { comparator: "first-half", value: null, judging: "every-period", calendar: "quarterly" }),
    readings: [place("2023-03-31", 9, 15), place("2023-06-30", 8, 15)],
    light: "far-behind",
    why: "9th is after the 8th of 15, and one lapse breaks it",
  },
  {
    promise: "within the first half in every quarter, once without the number of places",
    terms: rank(2, { comparator: "first-half", value: null, judging: "every-period", calendar: "quarterly" }),
    readings: [["2023-03-31", 3], place("2023-06-30", 8, 15)],
    light: "behind",
    why: "the first quarter proves nothing",
  },
  {
    promise: "within the first half at least once",
    terms: rank(2, { comparator: "first-half", value: null, judging: "best", calendar: "quarterly" }),
    readings: [place("2023-03-31", 5, 10), place("2023-06-30", 4, 6)],
    light: "achieved",
    why: "5th of 10 kept it, although 4th is a smaller number",
  },
  {
    promise: "reach first place at least once in the quarterly table",
    terms: rank(1, { judging: "best", calendar: "quarterly" }),
    readings: [
      ["2023-03-31", 3],
      ["2023-06-30", 1],
      ["2023-09-30", 4],
    ],
    light: "achieved",
    why: "the best place counts, and cannot be lost again",
  },
  {
    promise: "adopt the transport regulation by October, in three steps",
    terms: milestone(step("draft", "2023-04-30"), step("hearing", "2023-07-31"), step("adopt", "2023-10-31", 2)),
    readings: [done("2023-05-31", "draft")],
    light: "on-track",
    why: "everything that was planned by May is completed",
  },
  {
    promise: "adopt the transport regulation by October, in three steps",
    terms: milestone(step("draft", "2023-04-30"), step("hearing", "2023-07-31"), step("adopt", "2023-10-31", 2)),
    readings: [done("2023-05-31", "draft")],
    on: "2023-08-15",
    light: "far-behind",
    why: "the hearing is 15 days overdue, whether or not anybody reports it",
  },
  {
    promise: "open the ferry terminal, a small step being overdue",
    terms: milestone(step("sign", "2023-04-30", 1), step("build", "2023-11-30", 49)),
    readings: [done("2023-03-31")],
    on: "2023-05-15",
    light: "behind",
    why: "an overdue step is never green, however small its weight",
  },
  {
    promise: "have the new hospital open by the end of the year",
    terms: yesNo(),
    readings: [["2023-06-30", 0]],
    light: "on-track",
    why: "cannot be half done; the due date decides",
  },
  {
    promise: "have the new hospital open by the end of the year",
    terms: yesNo(),
    readings: [["2023-06-30", 0]],
    on: "2024-01-02",
    light: "missed",
    why: "past the due date and nothing else approved",
  },
  {
    promise: "start at least 30 projects, never reported",
    terms: total(30),
    readings: [],
    on: "2023-08-01",
    light: "no-report",
    why: "silence is shown as silence, not as 0",
  },
  {
    promise: "start at least 30 projects, never reported",
    terms: total(30),
    readings: [],
    on: "2024-01-01",
    light: "missed",
    why: "past due with nothing approved",
  },
  {
    promise: "close the pollution case, closed by the supervisor as not completed",
    terms: total(10, { state: "closed", verdict: "not-completed" }),
    readings: [["2023-12-31", 12]],
    light: "missed",
    why: "the verdict decides",
  },
];

const PM25 = level("31.9", {
  comparator: "at-most",
  direction: "decrease",
  baseline: aBaseline(34),
  plan: values(["2023-02-28", 48], ["2023-06-30", 36], ["2023-09-30", 31]),
});
const THREE_YEARS = total(300, { judging: "sum-of-years", ...years(2021, 2023), calendar: "half-yearly" });

const PLANS: readonly Case[] = [
  {
    promise: "PM2.5 of at most 31.9 µg/m³ as the year's average, by the course of past years",
    terms: PM25,
    readings: [["2023-02-28", 47]],
    light: "on-track",
    why: "the average of the year to date starts high: 48 is usual in February",
  },
  {
    promise: "PM2.5 of at most 31.9 µg/m³ as the year's average, by the course of past years",
    terms: PM25,
    readings: [["2023-09-30", 36]],
    light: "far-behind",
    why: "5 above the course, 16 % of the figure",
  },
  {
    promise: "20 quarter nodes: 88 projects, 20 by March, 45 by June, 70 by September",
    terms: total(88, { plan: values(["2023-03-31", 20], ["2023-06-30", 45], ["2023-09-30", 70]) }),
    readings: [["2023-06-30", 40]],
    light: "behind",
    why: "5 projects fewer than the node of June",
  },
  {
    promise: "renovate 300 old neighbourhoods in three years, counted from 0 each year",
    terms: THREE_YEARS,
    readings: [
      ["2021-12-31", 90],
      ["2022-12-31", 110],
      ["2023-06-30", 50],
    ],
    light: "on-track",
    why: "90 + 110 + 50 = 250 against 250",
  },
  {
    promise: "renovate 300 old neighbourhoods in three years, counted from 0 each year",
    terms: THREE_YEARS,
    readings: [
      ["2021-12-31", 150],
      ["2023-06-30", 100],
    ],
    light: "behind",
    why: "2022 was not reported, so the total is not proved",
  },
  {
    promise: "household waste recycling 35 % by 2025, set in 2023 against 2020",
    terms: ratio(35, { baseline: base(20, 2020), ...years(2023, 2025), ...YEARLY }),
    readings: [["2023-12-31", "29.1"]],
    light: "on-track",
    why: "the way starts where the baseline was measured: 9 of 15 points after 3 of 5 years",
  },
  {
    promise: "14th five-year plan: energy intensity down 13.5 % by 2025 against 2020",
    terms: level("-13.5", {
      comparator: "at-most",
      direction: "decrease",
      baseline: base(0, 2020),
      ...years(2021, 2025),
      ...YEARLY,
    }),
    readings: [["2021-12-31", "-2.7"]],
    light: "on-track",
    why: "2.7 is a fifth of the way after a fifth of the time",
  },
  {
    promise: "14th five-year plan: energy intensity down 13.5 % by 2025 against 2020",
    terms: level("-13.5", {
      comparator: "at-most",
      direction: "decrease",
      baseline: base(0, 2020),
      ...years(2021, 2025),
      ...YEARLY,
    }),
    readings: [["2023-12-31", "-7.3"]],
    light: "behind",
    why: "54 % of the way against 60 %",
  },
  {
    promise: "13th five-year plan: growth of more than 6.5 % a year on average (here 7)",
    terms: AVERAGE_OF_FIVE,
    readings: [
      ["2016-12-31", "6.8"],
      ["2017-12-31", "6.9"],
      ["2018-12-31", "6.7"],
      ["2019-12-31", "6.0"],
      ["2020-12-31", "9.1"],
    ],
    light: "achieved",
    why: "the average is 7.1, although three years were below 7",
  },
  {
    promise: "growth of more than 7 % a year on average over five years",
    terms: AVERAGE_OF_FIVE,
    readings: [
      ["2016-12-31", "8.0"],
      ["2017-12-31", "6.9"],
      ["2018-12-31", "6.7"],
      ["2019-12-31", "6.0"],
      ["2020-12-31", "7.4"],
    ],
    light: "far-behind",
    why: "the average is exactly 7, which is not more than 7",
  },
  {
    promise: "growth of more than 7 % a year on average over five years",
    terms: AVERAGE_OF_FIVE,
    readings: [
      ["2016-12-31", "8.0"],
      ["2018-12-31", "8.2"],
    ],
    light: "behind",
    why: "2017 was not reported, so the average is not proved",
  },
  {
    promise: "urbanization rate up 5 percentage points by 2025",
    terms: level(5, { baseline: base(0, 2020), ...years(2021, 2025), ...YEARLY }),
    readings: [["2022-12-31", "2.1"]],
    light: "on-track",
    why: "42 % of the way against 40 %",
  },
  {
    promise: "share of good air days 87.5 % by 2025, 87 % in 2020",
    terms: ratio("87.5", { baseline: base(87, 2020), ...years(2021, 2025), ...YEARLY }),
    readings: [["2022-12-31", "86.5"]],
    light: "far-behind",
    why: "below where it started",
  },
  {
    promise: "sewage treatment 90 % by 2023 from 84 % in 2020, by yearly values: 86 % in 2021, 88 % in 2022",
    terms: ratio(90, {
      baseline: base(84, 2020),
      ...years(2021, 2023),
      ...YEARLY,
      plan: values(["2021-12-31", 86], ["2022-12-31", 88]),
    }),
    readings: [["2022-12-31", "86.5"]],
    light: "far-behind",
    why: "1.5 points below the 88 % of 2022, a quarter of the way",
  },
  {
    promise: "forest cover 24.1 % by 2025, by yearly values",
    terms: ratio("24.1", {
      baseline: base("23.1", 2020),
      ...years(2021, 2025),
      ...YEARLY,
      plan: values(["2021-12-31", "23.2"], ["2022-12-31", "23.4"], ["2023-12-31", "23.6"], ["2024-12-31", "23.8"]),
    }),
    readings: [["2022-12-31", "23.4"]],
    light: "on-track",
    why: "0.3 points, as planned for 2022",
  },
  {
    promise: "grain production capacity of at least 650 million tonnes",
    terms: level("6.5", years(2021, 2025)),
    readings: [["2022-12-31", "6.87"]],
    light: "ahead",
    why: "5.7 % above the floor",
  },
  {
    promise: "net migration of at least −20,000",
    terms: total("-2", { calendar: "quarterly" }),
    readings: [["2023-06-30", "-1.5"]],
    light: "ahead",
    why: "a floor below 0: 25 % better than the figure",
  },
  {
    promise: "current balance of at most 0.5 % of GDP in deficit",
    terms: level("-0.5", { direction: "increase" }),
    readings: [["2023-06-30", "-0.9"]],
    light: "far-behind",
    why: "0.4 points below a floor of −0.5",
  },
];

const WORLD: readonly Case[] = [
  {
    promise: "SDG 3.1: maternal mortality below 70 per 100,000 by 2030",
    terms: level(70, {
      comparator: "less-than",
      direction: "decrease",
      baseline: base(227, 2015),
      ...years(2016, 2030),
      ...YEARLY,
    }),
    readings: [["2020-12-31", 223]],
    light: "far-behind",
    why: "2.5 % of the way after a third of the time",
  },
  {
    promise: "SDG 3.2: under-five mortality at most 25 per 1,000 by 2030",
    terms: level(25, {
      comparator: "at-most",
      direction: "decrease",
      baseline: base(43, 2015),
      ...years(2016, 2030),
      ...YEARLY,
    }),
    readings: [["2022-12-31", 37]],
    light: "behind",
    why: "33 % of the way against 47 %",
  },
  {
    promise: "SDG 4.1: all children complete primary school by 2030",
    terms: ratio(100, { baseline: base(85, 2015), ...years(2016, 2030), ...YEARLY }),
    readings: [["2022-12-31", 88]],
    light: "far-behind",
    why: "20 % of the way against 47 %",
  },
  {
    promise: "SDG 17.2: 0.7 % of national income for development aid",
    terms: ratio("0.7"),
    readings: [["2023-12-31", "0.37"]],
    light: "far-behind",
    why: "a standard, half reached",
  },
  {
    promise: "Europe 2020: employment rate 75 %",
    terms: ratio(75, { baseline: base(69, 2009), ...years(2010, 2020), ...YEARLY }),
    readings: [["2019-12-31", "73.1"]],
    light: "far-behind",
    why: "68 % of the way against 91 %",
  },
  {
    promise: "Europe 2020: 3 % of GDP for research and development",
    terms: ratio(3, { baseline: base("1.97", 2009), ...years(2010, 2020), ...YEARLY }),
    readings: [["2020-12-31", "2.3"]],
    light: "far-behind",
    why: "2.3 on the due date",
  },
  {
    promise: "Europe 2020: early school leavers below 10 %",
    terms: ratio(10, {
      comparator: "less-than",
      direction: "decrease",
      baseline: base("14.2", 2009),
      ...years(2010, 2020),
      ...YEARLY,
    }),
    readings: [["2020-12-31", "9.9"]],
    light: "achieved",
    why: "below 10 on the due date",
  },
  {
    promise: "Europe 2020: greenhouse gases 20 % below 1990",
    terms: level("-20", {
      comparator: "at-most",
      direction: "decrease",
      baseline: base("-9", 2008),
      ...years(2010, 2020),
      ...YEARLY,
    }),
    readings: [["2015-12-31", "-22"]],
    light: "ahead",
    why: "beyond the figure, but emissions can rise again",
  },
  {
    promise: "NHS: 95 % of patients seen within four hours in every month",
    terms: ratio(95, { judging: "every-period" }),
    readings: [part("2023-01-31", 72, 100)],
    light: "far-behind",
    why: "the first month broke it",
  },
  {
    promise: "NHS: 92 % start treatment within 18 weeks, over the year by patients",
    terms: ratio(92, { judging: "average-by-denominator", calendar: "quarterly" }),
    readings: [
      part("2023-03-31", 95, 100),
      part("2023-06-30", 870, 1000),
      part("2023-09-30", 98, 100),
      part("2023-12-31", 97, 100),
    ],
    light: "far-behind",
    why: "1,160 of 1,300 patients are 89.2 %, although the plain mean is 94.25 %",
  },
  {
    promise: "NHS: 50,000 more nurses by March 2024",
    terms: level(350, { baseline: base(300, 2019), startOn: isoDate("2020-01-01"), dueOn: isoDate("2024-03-31") }),
    readings: [["2023-09-30", 351]],
    light: "achieved",
    why: "more is better, and the figure was reached",
  },
  {
    promise: "vision zero: no road deaths in any quarter",
    terms: level(0, { comparator: "at-most", direction: "decrease", judging: "every-period", calendar: "quarterly" }),
    readings: [["2023-03-31", 0]],
    light: "on-track",
    why: "held so far",
  },
  {
    promise: "inflation between 1 and 3 %",
    terms: growth(1, { comparator: "between", upperValue: D(3) }),
    readings: [["2023-06-30", "3.2"]],
    light: "behind",
    why: "just above the range",
  },
  {
    promise: "inflation of 2 % on average over the year, give or take 0.3",
    terms: growth(2, { comparator: "about", tolerance: D("0.3"), judging: "average", calendar: "quarterly" }),
    readings: [
      ["2023-03-31", "3.0"],
      ["2023-06-30", "2.2"],
      ["2023-09-30", "1.6"],
      ["2023-12-31", "1.5"],
    ],
    light: "achieved",
    why: "the mean is 2.075",
  },
  {
    promise: "average water temperature at most 20 °C, by days",
    terms: level(20, {
      comparator: "at-most",
      direction: "decrease",
      judging: "average-by-days",
      calendar: "custom",
      reportingDates: [
        { asOf: isoDate("2023-01-31"), dueOn: isoDate("2023-02-10") },
        { asOf: isoDate("2023-12-31"), dueOn: isoDate("2024-01-10") },
      ],
    }),
    readings: [
      ["2023-01-31", 8],
      ["2023-12-31", "21.2"],
    ],
    light: "far-behind",
    why: "11 of 12 months were too warm: 20.08 by days, 14.6 by reports",
  },
  {
    promise: "reserves of 90 days at the end of the year",
    terms: level(90, { baseline: aBaseline(60), judging: "end-of-period" }),
    readings: [["2023-06-30", 95]],
    light: "ahead",
    why: "only the end of the year counts, so it is not achieved yet",
  },
];

describe.each([
  ["city", CITY],
  ["plans", PLANS],
  ["world", WORLD],
])("%s", (_name, cases) => {
  it.each(cases.map((one) => [`${one.promise}: ${one.light}, ${one.why}`, one] as const))("%s", (_title, one) => {
    const readings = one.readings.map((reading) =>
      "asOf" in reading ? reading : aReading(reading[0], String(reading[1])),
    );
    const latest = readings.at(-1)?.asOf ?? addDays(one.terms.startOn, 1);
    const { light } = assessOn(one.terms, readings, DEFAULT_RULES, one.on === undefined ? latest : isoDate(one.on));
    expect(light).toBe(one.light);
  });
});

it("covers at least 50 promises", () => {
  expect(new Set([...CITY, ...PLANS, ...WORLD].map(({ promise }) => promise)).size).toBeGreaterThanOrEqual(50);
});
