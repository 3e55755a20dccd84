// The examples of the method page about what a figure asks for.
import { Decimal } from "decimal.js";
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
  placed,
  rank,
  ratio,
  share,
  step,
  total,
  yesNo,
} from "@/lib/domain/method/example";

export const TOTALS = {
  total: {
    terms: total(100),
    metric: COUNT,
    readings: [at("2023-06-30", 43)],
    light: "behind",
    gap: "-7",
  },
  budget: {
    terms: total(100, AT_MOST),
    metric: inUnit("万元"),
    readings: [at("2023-06-30", 70)],
    light: "far-behind",
    gap: "-20",
  },
  zero: {
    terms: total(0, { comparator: "equal" }),
    metric: inUnit("次"),
    readings: [at("2023-03-31", 1)],
    light: "far-behind",
    gap: "-1",
  },
  "total-range": {
    terms: total(100, { comparator: "between", upperValue: new Decimal(120) }),
    metric: inUnit("公顷"),
    readings: [at("2023-03-31", 75)],
    light: "far-behind",
    gap: "-45",
  },
} as const satisfies Readonly<Record<string, MethodExample>>;

export const CLIMBS = {
  level: {
    terms: level(240, { baseline: baseline(200, 2022) }),
    metric: COUNT,
    readings: [at("2023-06-30", 219)],
    light: "on-track",
    gap: "-1",
  },
} as const satisfies Readonly<Record<string, MethodExample>>;

export const STANDARDS = {
  ratio: {
    terms: ratio(95),
    metric: PERCENT,
    readings: [share("2023-08-31", 730, 1000)],
    light: "far-behind",
    gap: "-22",
  },
  floor: {
    terms: level(13000),
    metric: inUnit("吨"),
    readings: [at("2023-08-31", 12900)],
    light: "behind",
    gap: "-100",
  },
  growth: {
    terms: growth(5),
    metric: PERCENT,
    readings: [at("2023-09-30", 4.5)],
    light: "behind",
    gap: "-0.5",
  },
} as const satisfies Readonly<Record<string, MethodExample>>;

export const BANDS = {
  about: {
    terms: growth(3, { comparator: "about" }),
    metric: PERCENT,
    readings: [at("2023-06-30", 4)],
    light: "far-behind",
    gap: "-0.85",
  },
  "or-better": {
    terms: growth(27, { comparator: "about", orBetter: true }),
    metric: PERCENT,
    readings: [at("2023-12-31", 31)],
    light: "achieved",
    gap: "4",
  },
  exactly: {
    terms: total(88, { comparator: "equal" }),
    metric: COUNT,
    readings: [at("2023-12-31", 95)],
    light: "far-behind",
    gap: "-7",
  },
  range: {
    terms: growth(1, { comparator: "between", upperValue: new Decimal(3) }),
    metric: PERCENT,
    readings: [at("2023-06-30", 3.2)],
    light: "behind",
    gap: "-0.2",
  },
} as const satisfies Readonly<Record<string, MethodExample>>;

export const RANKS = {
  rank: {
    terms: rank(2, { stretchValue: new Decimal(1) }),
    metric: inUnit("位"),
    readings: [at("2023-06-30", 3)],
    light: "behind",
    gap: "-1",
  },
  "rank-share": {
    terms: rank(null, { comparator: "first-third" }),
    metric: inUnit("位"),
    readings: [placed("2023-06-30", 6, 13)],
    light: "behind",
    gap: "-1",
  },
} as const satisfies Readonly<Record<string, MethodExample>>;

export const STEPS = {
  milestone: {
    terms: milestone(
      step("签订合同", "contract", "2023-03-31", 27),
      step("办理许可", "permits", "2023-06-30", 3),
      step("建成", "building", "2023-11-30", 70),
    ),
    metric: inUnit(""),
    readings: [completed("2023-08-31", "contract")],
    light: "behind",
    gap: "-1",
  },
} as const satisfies Readonly<Record<string, MethodExample>>;

export const ANSWERS = {
  "yes-no": {
    terms: yesNo(),
    metric: inUnit(""),
    readings: [at("2023-06-30", 0)],
    light: "on-track",
    gap: null,
  },
  "yes-no-due": {
    terms: yesNo(),
    metric: inUnit(""),
    readings: [at("2023-06-30", 0)],
    on: "2024-01-02",
    light: "missed",
    gap: null,
  },
} as const satisfies Readonly<Record<string, MethodExample>>;
