import { expect, test } from "vitest";
import { listMonthEnds } from "./month-ends";

test("lists the ends of the last twelve months and today", () => {
  expect(listMonthEnds("2023-09-30")).toEqual([
    "2022-09-30",
    "2022-10-31",
    "2022-11-30",
    "2022-12-31",
    "2023-01-31",
    "2023-02-28",
    "2023-03-31",
    "2023-04-30",
    "2023-05-31",
    "2023-06-30",
    "2023-07-31",
    "2023-08-31",
    "2023-09-30",
  ]);
});

test("keeps leap days", () => {
  expect(listMonthEnds("2024-03-15").at(-2)).toBe("2024-02-29");
});
