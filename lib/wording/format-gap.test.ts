import { Decimal } from "decimal.js";
import { expect, it } from "vitest";
import type { MetricKind } from "@/lib/domain/targets/types";
import { formatDifference } from "./format-gap";

it.each([
  ["growth", "%", 1, "-0.5", "−0.5个百分点", "−0.5 pp"],
  ["growth", "%", 1, "-2.4", "−2.4个百分点", "−2.4 pp"],
  ["level", "微克/立方米", 0, "16", "+16微克/立方米", "+16 µg/m³"],
  ["cumulative", "亿元", 1, "-4", "−4亿元", "−CNY 400 million"],
  ["cumulative", "个", 0, "-1.6667", "−1.7个", "−1.7"],
  ["cumulative", "个", 0, "-0.001", "0个", "0"],
  ["ratio", "%", 1, "0", "0个百分点", "0 pp"],
  ["rank", "位", 0, "-1", "−1位", "−1 place"],
  ["rank", "", 0, "2", "+2位", "+2 places"],
  ["milestone", "", 0, "-1", "−1个节点", "−1 step"],
  ["milestone", "", 0, "0", "0个节点", "0 steps"],
] as const)("%s in %s: %s is %s", (kind: MetricKind, unit, precision, gap, zh, en) => {
  const metric = { kind, unit, unitEn: null, precision };
  expect(formatDifference(new Decimal(gap), metric, "zh-CN")).toBe(zh);
  expect(formatDifference(new Decimal(gap), metric, "en")).toBe(en);
});
