import { Decimal } from "decimal.js";
import { expect, test } from "vitest";
import { prepareTrend } from "@/lib/charts/model/trend-model";
import { aReading, aTarget } from "@/testing/target-builders";

const metric = { unit: "亿元", unitEn: null, precision: 1 };
const terms = aTarget({ value: new Decimal(100) });
const readings = [aReading("2023-01-31", 10), aReading("2023-02-28", 20)];

test("draws the approved values, the new one and the target in one picture", () => {
  const trend = prepareTrend({ terms, metric, readings, added: aReading("2023-03-31", 30), lang: "zh-CN" });
  expect(trend?.reported).toHaveLength(2);
  expect(trend?.added?.label).toBe("30亿元");
  expect(trend?.target).toMatchObject({ y: 0.9, label: "100亿元" });
  expect(trend?.added?.y).toBeCloseTo(0.1 + 0.8 * 0.3);
  expect(trend?.description).toContain("本次 30亿元（截至2023年3月31日）");
});

test("orders the values by day and keeps every point inside, even a negative or a late one", () => {
  const odd = [aReading("2024-06-30", 500), aReading("2023-01-31", -50)];
  const trend = prepareTrend({ terms, metric, readings: odd, added: null, lang: "en" });
  const points = [...(trend?.reported ?? []), ...(trend?.expected ?? [])];
  expect(points.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1)).toBe(true);
  expect((trend?.reported[0]?.x ?? 1) < (trend?.reported[1]?.x ?? 0)).toBe(true);
});

test("puts the better place of a rank higher", () => {
  const rank = aTarget({ kind: "rank", comparator: "within-rank", direction: "decrease", value: new Decimal(3) });
  const places = [aReading("2023-01-31", 8), aReading("2023-02-28", 4)];
  const [first, second] =
    prepareTrend({ terms: rank, metric, readings: places, added: null, lang: "en" })?.reported ?? [];
  expect((second?.y ?? 0) > (first?.y ?? 1)).toBe(true);
});

test("draws nothing for steps and answers", () => {
  for (const kind of ["milestone", "yes-no"] as const) {
    expect(prepareTrend({ terms: aTarget({ kind }), metric, readings, added: null, lang: "en" })).toBeNull();
  }
});
