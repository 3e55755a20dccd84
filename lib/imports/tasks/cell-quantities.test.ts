import { expect, it } from "vitest";
import { readQuantities } from "@/lib/imports/tasks/cell-quantities";

const figures = (text: string) =>
  readQuantities(text).map(({ value, upperValue, comparator }) => [value, upperValue, comparator]);

it("reads a range with its ends as typed, so that a contradiction is rejected, not guessed", () => {
  expect(figures("100～120")).toEqual([[100, 120, "between"]]);
  expect(figures("120～100")).toEqual([[120, 100, "between"]]);
  expect(figures("120至100")).toEqual([[120, 100, "between"]]);
});

it("does not read a month as a range", () => {
  expect(figures("2023-12").map(([, upper]) => upper)).not.toContain(12);
});
