// The examples of the method page about judging, course, bounds, silence, closing and revisions.
import { isoDate } from "@/lib/domain/calendar/iso-date";
import {
  AT_MOST,
  at,
  baseline,
  COUNT,
  completed,
  growth,
  inUnit,
  level,
  type MethodExample,
  milestone,
  PERCENT,
  plannedValues,
  rank,
  ratio,
  share,
  step,
  total,
  years,
  yesNo,
} from "@/lib/domain/method/example";
import { plainPlan } from "@/lib/domain/targets/plain-terms";
import { DEFAULT_RULES } from "@/lib/domain/targets/rule-sets";

export const JUDGED = {
  "every-period": {
    terms: ratio(95, { judging: "every-period" }),
    metric: PERCENT,
    readings: [at("2023-01-31", 97), at("2023-02-28", 80), at("2023-03-31", 96)],
    light: "far-behind",
    gap: "1",
  },
  standing: {
    terms: yesNo({ judging: "every-period" }),
    metric: inUnit(""),
    readings: [at("2023-01-31", 1), at("2023-02-28", 1), at("2023-03-31", 0), at("2023-04-30", 1)],
    light: "far-behind",
    gap: null,
  },
  average: {
    terms: growth(7, { comparator: "more-than", judging: "average", calendar: "yearly", ...years(2016, 2020) }),
    metric: PERCENT,
    readings: [
      at("2016-12-31", 8),
      at("2017-12-31", 6.9),
      at("2018-12-31", 6.7),
      at("2019-12-31", 6),
      at("2020-12-31", 7.4),
    ],
    light: "far-behind",
    gap: "0",
  },
  "by-denominator": {
    terms: ratio(92, { judging: "average-by-denominator", calendar: "half-yearly" }),
    metric: PERCENT,
    readings: [share("2023-06-30", 95, 100), share("2023-12-31", 810, 900)],
    light: "far-behind",
    gap: "-1.5",
  },
  best: {
    terms: rank(1, { judging: "best", calendar: "quarterly" }),
    metric: inUnit("位"),
    readings: [at("2023-03-31", 3), at("2023-06-30", 1), at("2023-09-30", 4)],
    light: "achieved",
    gap: "0",
  },
  "end-of-period": {
    terms: level(90, { baseline: baseline(60, 2022), judging: "end-of-period" }),
    metric: inUnit("天"),
    readings: [at("2023-06-30", 95)],
    light: "ahead",
    gap: "20",
  },
  "sum-of-years": {
    terms: total(300, { judging: "sum-of-years", calendar: "half-yearly", ...years(2021, 2023) }),
    metric: COUNT,
    readings: [at("2021-12-31", 90), at("2022-12-31", 110), at("2023-06-30", 45)],
    light: "on-track",
    gap: "-5",
  },
} as const satisfies Readonly<Record<string, MethodExample>>;

export const COURSES = {
  values: {
    terms: total(88, { plan: plannedValues(["2023-03-31", 20], ["2023-06-30", 45], ["2023-09-30", 70]) }),
    metric: COUNT,
    readings: [at("2023-06-30", 40)],
    light: "behind",
    gap: "-5",
  },
  "last-year": {
    terms: total(400, {
      plan: plainPlan({ shape: "last-year", points: [{ on: isoDate("2023-06-30"), ratio: 0.35 }] }),
    }),
    metric: inUnit("亿元"),
    readings: [at("2023-06-30", 150)],
    light: "on-track",
    gap: "10",
  },
  "baseline-year": {
    terms: ratio(35, { baseline: baseline(20, 2020), calendar: "yearly", ...years(2023, 2025) }),
    metric: PERCENT,
    readings: [at("2023-12-31", 28)],
    light: "behind",
    gap: "-1",
  },
  "own-course": {
    terms: level(32, {
      ...AT_MOST,
      baseline: baseline(34, 2022),
      plan: plannedValues(["2023-02-28", 48], ["2023-06-30", 36], ["2023-09-30", 31]),
    }),
    metric: inUnit("微克/立方米"),
    readings: [at("2023-02-28", 47)],
    light: "on-track",
    gap: "1",
  },
} as const satisfies Readonly<Record<string, MethodExample>>;

export const GAPS = {
  "own-bounds": {
    terms: growth(5),
    metric: PERCENT,
    readings: [at("2023-09-30", 4.4)],
    rules: {
      ...DEFAULT_RULES,
      key: "custom",
      kinds: { growth: { measure: "unit", aheadFrom: 0.2, onTrackFrom: 0, behindFrom: -0.5 } },
    },
    light: "far-behind",
    gap: "-0.6",
  },
} as const satisfies Readonly<Record<string, MethodExample>>;

export const SILENCE = {
  "never-reported": {
    terms: total(30),
    metric: COUNT,
    readings: [],
    on: "2024-01-01",
    light: "missed",
    gap: null,
  },
  "late-green": {
    terms: total(100),
    metric: COUNT,
    readings: [at("2023-06-30", 52)],
    on: "2023-09-15",
    light: "on-track",
    gap: "2",
    freshness: "late",
  },
  "missing-period": {
    terms: ratio(95, { judging: "every-period" }),
    metric: PERCENT,
    readings: [at("2023-01-31", 97), at("2023-02-28", 98), at("2023-04-30", 99)],
    light: "behind",
    gap: "4",
  },
  "overdue-step": {
    terms: milestone(
      step("完成草案", "draft", "2023-04-30", 20),
      step("举行听证", "hearing", "2023-07-31", 30),
      step("通过", "adoption", "2023-10-31", 50),
    ),
    metric: inUnit(""),
    readings: [completed("2023-05-31", "draft")],
    on: "2023-08-15",
    light: "far-behind",
    gap: "0",
  },
} as const satisfies Readonly<Record<string, MethodExample>>;

export const CLOSINGS = {
  verdict: {
    terms: total(10, { state: "closed", verdict: "not-completed" }),
    metric: COUNT,
    readings: [at("2023-12-31", 12)],
    light: "missed",
    gap: "2",
  },
} as const satisfies Readonly<Record<string, MethodExample>>;

export const REVISIONS = {
  "before-revision": {
    terms: total(100),
    metric: COUNT,
    readings: [at("2023-06-30", 50)],
    light: "on-track",
    gap: "0",
  },
  "after-revision": {
    terms: total(120),
    metric: COUNT,
    readings: [at("2023-06-30", 50), at("2023-07-31", 61)],
    light: "behind",
    gap: "-9",
  },
} as const satisfies Readonly<Record<string, MethodExample>>;

export const NOTHING_INVENTED = {
  "no-report": {
    terms: total(30),
    metric: COUNT,
    readings: [],
    on: "2023-08-01",
    light: "no-report",
    gap: null,
  },
} as const satisfies Readonly<Record<string, MethodExample>>;
