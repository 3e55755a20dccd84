import { Decimal } from "decimal.js";
import { expect, test } from "vitest";
import type { MetricKind } from "@/lib/domain/targets/types";
import { formatLatest } from "./format-latest";

function latest(kind: MetricKind, unit: string, value: number | null) {
  return {
    metric: { kind, unit, unitEn: null, precision: 1 },
    standing: { latest: value === null ? null : { value: new Decimal(value) } },
  };
}

test.each([
  ["yes-no", "", 1, "是", "Yes"],
  ["yes-no", "", 0, "否", "No"],
  ["rank", "位", 2, "第2位", "2nd"],
  ["cumulative", "亿元", 289.84, "289.8亿元", "CNY 28.98 billion"],
] as const)("the latest %s value in %s, %s, is in words", (kind, unit, value, zh, en) => {
  expect(formatLatest(latest(kind, unit, value), "zh-CN")).toBe(zh);
  expect(formatLatest(latest(kind, unit, value), "en")).toBe(en);
});

test("is null without a report", () => {
  expect(formatLatest(latest("cumulative", "亿元", null), "zh-CN")).toBeNull();
});
