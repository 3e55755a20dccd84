// Promises of plans and laws, over a year or several.
import { aBaseline } from "@/testing/target-builders";
import { AVERAGE_OF_FIVE, base, type Case, level, ratio, total, values, YEARLY, years } from "./builders";

const PM25 = level("31.9", {
  comparator: "at-most",
  direction: "decrease",
  baseline: aBaseline(34),
  plan: values(["2023-02-28", 48], ["2023-06-30", 36], ["2023-09-30", 31]),
});
const THREE_YEARS = total(300, { judging: "sum-of-years", ...years(2021, 2023), calendar: "half-yearly" });

export const PLANS: readonly Case[] = [
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
