import { expect, it } from "vitest";
import { plainUnit } from "@/lib/domain/units/printed-unit";
import { unitInBrackets } from "./unit-in-brackets";

it.each([
  [{ unit: "所", unitEn: "schools" }, "（所）", " (schools)"],
  [plainUnit("亿元"), "（亿元）", " (CNY 100 million)"],
  [plainUnit("斗"), "（斗）", " (斗)"],
  [plainUnit(""), "", ""],
])("%o", (unit, chinese, english) => {
  expect(unitInBrackets(unit, "zh-CN")).toBe(chinese);
  expect(unitInBrackets(unit, "en")).toBe(english);
});
