import { expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { LAST_YEAR_CELL, lastYearsCourse, PLAN_CELL, readCells } from "./plan-cells";

test("reads cells by day, leaves blank ones out and names the ones that are no number", () => {
  const form = {
    "plan:2023-06-30": "1,200",
    "plan:2023-03-31": "40",
    "plan:2023-09-30": "",
    "plan:x": "1",
    value: "9",
  };
  expect(readCells(form, PLAN_CELL)).toEqual({
    cells: [
      { on: "2023-03-31", value: "40" },
      { on: "2023-06-30", value: "1200" },
    ],
    errors: {},
  });
  expect(readCells({ "last-year:2022-06-30": "many" }, LAST_YEAR_CELL).errors).toEqual({
    "last-year:2022-06-30": "not-a-number",
  });
});

const cells = (...list: [string, string][]) => list.map(([on, value]) => ({ on: isoDate(on), value }));
const dueOn = isoDate("2024-12-31");

test("moves last year's shares of a total into this year; the end of February stays one", () => {
  const past = cells(["2023-02-28", "30"], ["2023-06-30", "105"], ["2023-12-31", "300"]);
  expect(lastYearsCourse("cumulative", past, { value: null, dueOn })).toEqual({
    planShape: "last-year",
    planPoints: [
      { on: "2024-02-29", ratio: 0.1 },
      { on: "2024-06-30", ratio: 0.35 },
    ],
    planValues: [],
  });
});

test("scales the course of a level to its target value, and shifts that of a growth rate", () => {
  const past = cells(["2023-02-28", "50"], ["2023-12-31", "40"]);
  expect(lastYearsCourse("level", past, { value: "32", dueOn })?.planValues).toEqual([
    { on: "2024-02-29", value: "40" },
  ]);
  const rates = cells(["2023-03-31", "-2"], ["2023-12-31", "4"]);
  expect(lastYearsCourse("growth", rates, { value: "5", dueOn })?.planValues).toEqual([
    { on: "2024-03-31", value: "-1" },
  ]);
});

test("needs last year's final value, another value and, for a level, the target value", () => {
  const past = cells(["2023-06-30", "105"], ["2023-12-31", "300"]);
  expect(lastYearsCourse("cumulative", past.slice(0, 1), { value: "1", dueOn })).toBeNull();
  expect(lastYearsCourse("cumulative", past.slice(1), { value: "1", dueOn })).toBeNull();
  expect(lastYearsCourse("level", past, { value: null, dueOn })).toBeNull();
  expect(
    lastYearsCourse("cumulative", cells(["2023-06-30", "1"], ["2023-12-31", "0"]), { value: "1", dueOn }),
  ).toBeNull();
});
