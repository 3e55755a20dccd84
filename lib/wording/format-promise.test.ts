import { Decimal } from "decimal.js";
import { expect, test } from "vitest";
import { aTarget } from "@/testing/target-builders";
import { formatPromise } from "./format-promise";

test("two promises of one sentence are each formatted by their own metric", () => {
  const investment = {
    terms: aTarget({ comparator: "equal", value: new Decimal(402) }),
    metric: { unit: "亿元", unitEn: null },
  };
  const growth = {
    terms: aTarget({ kind: "growth", comparator: "about", value: new Decimal(27) }),
    metric: { unit: "%", unitEn: null },
  };
  expect([formatPromise(investment, "zh-CN"), formatPromise(growth, "zh-CN")]).toEqual(["402亿元", "27%左右"]);
  expect([formatPromise(investment, "en"), formatPromise(growth, "en")]).toEqual(["CNY 40.2 billion", "about 27%"]);
});

test("a figure is shown as promised, with all its decimals", () => {
  const share = { terms: aTarget({ kind: "ratio", value: new Decimal("7.25") }), metric: { unit: "%", unitEn: null } };
  expect(formatPromise(share, "en")).toBe("at least 7.25%");
});
