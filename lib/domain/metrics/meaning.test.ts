import { describe, expect, it } from "vitest";
import { areDraftsCompatible, changedMeaning, type MetricMeaning } from "./meaning";

const money: MetricMeaning = { kind: "cumulative", direction: "increase", unit: "亿元" };

describe("changedMeaning", () => {
  it.each([
    ["家", "个"],
    ["百分点", "个百分点"],
    ["项", "条"],
    ["", "个"],
    ["处室联席会", "处室联席会"],
  ])("does not change from %s to %s", (before, after) => {
    expect(changedMeaning({ ...money, unit: before }, { ...money, unit: after })).toEqual([]);
  });

  it.each([
    ["亿元", "万元"],
    ["亿元", "亿美元"],
    ["亿元", "亿"],
    ["个", "万个"],
    ["人", "人次"],
    ["家", "人"],
    ["公顷", "亩"],
    ["%", "百分点"],
    ["%", "‰"],
    // Not in the table: the units may differ in meaning.
    ["斗", "座"],
    ["吨公里", "万吨公里"],
  ])("changes from %s to %s", (before, after) => {
    expect(changedMeaning({ ...money, unit: before }, { ...money, unit: after })).toEqual(["unit"]);
  });

  it("names every field that changed", () => {
    expect(changedMeaning(money, { kind: "level", direction: "decrease", unit: "%" })).toEqual([
      "kind",
      "direction",
      "unit",
    ]);
  });
});

it("drafts are compatible only between measured kinds", () => {
  expect(areDraftsCompatible("cumulative", "ratio")).toBe(true);
  expect(areDraftsCompatible("milestone", "milestone")).toBe(true);
  expect(areDraftsCompatible("level", "rank")).toBe(false);
  expect(areDraftsCompatible("milestone", "cumulative")).toBe(false);
});
