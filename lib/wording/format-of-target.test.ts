import { Decimal } from "decimal.js";
import { expect, it } from "vitest";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { aTarget } from "@/testing/target-builders";
import { formatOfTarget } from "./format-of-target";

function row(value: string | null, unit: string, terms: Partial<TargetTerms>) {
  const full = aTarget(terms);
  const metric = { kind: full.kind, unit, unitEn: null, precision: 1 };
  return { metric, terms: full, standing: { latest: value === null ? null : { value: new Decimal(value) } } };
}

it("gives value and target of a total in one unit", () => {
  const investment = row("289.84", "亿元", { comparator: "equal", value: new Decimal(402) });
  expect(formatOfTarget(investment, "en")).toBe("CNY 28.98 of 40.2 billion");
  expect(formatOfTarget(investment, "zh-CN")).toBe("289.8/402亿元");
  const small = row("4", "亿元", { value: new Decimal(402) });
  expect(formatOfTarget(small, "en")).toBe("CNY 0.4 of 40.2 billion");
  const projects = row("70", "个", { value: new Decimal(88) });
  expect(formatOfTarget(projects, "en")).toBe("70 of 88");
  expect(formatOfTarget(projects, "zh-CN")).toBe("70/88个");
  expect(formatOfTarget(row("66", "万平方米", { value: new Decimal(100) }), "en")).toBe("0.66 of 1 million m²");
});

it("keeps the words of a promise that “of” does not express", () => {
  const growth = row("28", "%", { kind: "growth", comparator: "about", value: new Decimal(27) });
  expect(formatOfTarget(growth, "en")).toBe("28%, target about 27%");
  expect(formatOfTarget(growth, "zh-CN")).toBe("28%，目标27%左右");
});

it("is null without a value", () => {
  expect(formatOfTarget(row(null, "亿元", {}), "en")).toBeNull();
});
