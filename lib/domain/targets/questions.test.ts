import { Decimal } from "decimal.js";
import { expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { questionsAbout } from "@/lib/domain/targets/questions";
import { aBaseline, aPlan, aTarget } from "@/testing/target-builders";

const D = (value: number) => new Decimal(value);
const values = (...list: number[]) =>
  aPlan({
    shape: "values",
    values: list.map((value, month) => ({ on: isoDate(`2023-0${month + 1}-28`), value: D(value) })),
  });

it.each([
  ["an ordinary total", {}, []],
  ["at least 5 accidents", { direction: "decrease", value: D(5) }, ["against-direction"]],
  ["at most 5 with less is better", { direction: "decrease", comparator: "at-most", value: D(5) }, []],
  ["a level below its baseline", { kind: "level", value: D(80), baseline: aBaseline(90) }, ["worse-than-baseline"]],
  [
    "a falling level above its baseline",
    { kind: "level", direction: "decrease", comparator: "at-most", value: D(40), baseline: aBaseline(30) },
    ["worse-than-baseline"],
  ],
  ["a total below its baseline", { value: D(30), baseline: aBaseline(40) }, ["worse-than-baseline"]],
  ["a total above its baseline", { value: D(50), baseline: aBaseline(40) }, []],
  [
    "a limit above last year's total",
    { direction: "decrease", comparator: "at-most", value: D(50), baseline: aBaseline(40) },
    ["worse-than-baseline"],
  ],
  ["at least 0 accidents", { value: D(0) }, ["never-broken"]],
  [
    "0 accidents or better, where more is better",
    { comparator: "equal", orBetter: true, value: D(0) },
    ["never-broken"],
  ],
  ["exactly 0 accidents", { comparator: "equal", value: D(0) }, []],
  [
    "0 accidents or better, where less is better",
    { direction: "decrease", comparator: "equal", orBetter: true, value: D(0) },
    [],
  ],
  ["more than 0", { comparator: "more-than", value: D(0) }, []],
  ["a level of at least 0", { kind: "level", value: D(0) }, ["never-broken"]],
  ["growth of at least 0", { kind: "growth", value: D(0) }, []],
  [
    "a step after the due date",
    {
      kind: "milestone",
      value: null,
      steps: [{ key: "a", title: "a", titleEn: "a", weight: 1, plannedOn: isoDate("2024-02-01") }],
    },
    ["step-after-due"],
  ],
  ["about 0", { kind: "growth", comparator: "about", value: D(0) }, ["no-tolerance"]],
  ["about 0, give or take 1", { kind: "growth", comparator: "about", value: D(0), tolerance: D(1) }, []],
  [
    "a baseline of the year after",
    { kind: "level", baseline: { ...aBaseline(50), year: 2024 } },
    ["baseline-after-start"],
  ],
  ["planned values that fall", { plan: values(20, 10) }, ["plan-goes-back"]],
  ["planned values above the figure", { plan: values(20, 120) }, ["plan-goes-back"]],
  ["planned values that rise", { plan: values(20, 40) }, []],
] as const)("%s", (_name, changes, questions) => {
  expect(questionsAbout(aTarget(changes))).toEqual(questions);
});
