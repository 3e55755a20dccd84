import { expect, it } from "vitest";
import { isLessBetter, mustHold, saysKeptClear, saysNone } from "@/lib/imports/grammar/better-words";

it.each([
  ["较大以上生产安全事故起数", true],
  ["PM2.5年均浓度", true],
  ["PM10", true],
  ["PM100型机床产量", null],
  ["城镇调查失业率", true],
  ["降低失业率", true],
  ["万元GDP能耗", true],
  ["能耗降低率", false],
  ["案件办结数", false],
  ["案件未办结数", true],
  ["投诉处置率", false],
  ["欠薪清零率", false],
  ["排放达标率", false],
  ["排放不达标率", true],
  ["审批办结时限", true],
  ["查处违法案件", false],
  ["新增就业", null],
  ["road deaths", true],
  ["complaints resolved", false],
  ["unresolved complaints", true],
  ["reduce greenhouse gas emissions", true],
  ["emission reductions", false],
  ["affordable homes", null],
])("%s", (name, isLess) => {
  expect(isLessBetter(name)).toBe(isLess);
});

it("knows the words for the figure 0, and no others", () => {
  expect(["零死亡", "实现较大事故零发生", "零事故", "零拖欠", "zero deaths", "No fatalities"].map(saysNone)).toEqual([
    true,
    false,
    true,
    true,
    true,
    true,
  ]);
  expect(["零增长", "零售", "零距离服务", "zero waste", "零碳园区"].map(saysNone)).toEqual(Array(5).fill(false));
});

it("knows a state that one lapse breaks", () => {
  expect(["动态清零", "保持清零", "存量清零", "零售"].map(saysKeptClear)).toEqual([true, true, false, false]);
  expect(["全年安全生产零死亡", "欠薪动态清零", "no workplace injuries", "零售总额"].map(mustHold)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
