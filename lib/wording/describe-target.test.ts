import { Decimal } from "decimal.js";
import { expect, it } from "vitest";
import { plainUnit } from "@/lib/domain/units/printed-unit";
import { aTarget } from "@/testing/target-builders";
import { describeTarget } from "./describe-target";

const D = (value: number) => new Decimal(value);

it.each([
  [aTarget({ value: D(30) }), "个", "不少于30个", "at least 30"],
  [aTarget({ comparator: "more-than", value: D(10) }), "亿元", "超过10亿元", "more than CNY 1 billion"],
  [aTarget({ comparator: "at-most", value: D(30) }), "微克/立方米", "不超过30微克/立方米", "at most 30 µg/m³"],
  [aTarget({ comparator: "less-than", value: D(5) }), "%", "低于5%", "less than 5%"],
  [aTarget({ comparator: "equal", value: D(88) }), "个", "88个", "88"],
  [aTarget({ comparator: "about", value: D(27) }), "%", "27%左右", "about 27%"],
  [aTarget({ comparator: "between", value: D(30), upperValue: D(35) }), "%", "30%至35%", "between 30% and 35%"],
  [
    aTarget({ kind: "rank", comparator: "within-rank", value: D(2), stretchValue: D(1) }),
    "位",
    "第2位以内，力争第1位",
    "2nd or better, aiming for 1st",
  ],
  [
    aTarget({ kind: "rank", comparator: "first-third", value: null, stretchValue: D(1) }),
    "位",
    "位次在前三分之一，力争第1位",
    "within the first third, aiming for 1st",
  ],
  [aTarget({ kind: "rank", comparator: "first-half", value: null }), "位", "位次在前二分之一", "within the first half"],
  [aTarget({ value: null }), "个", "目标值未设定", "target value not set"],
  [aTarget({ kind: "milestone", value: null }), "步", "节点未设定", "steps not set"],
  [aTarget({ kind: "yes-no", value: null }), "", "办成", "done"],
])("%#", (terms, unit, chinese, english) => {
  expect(describeTarget(terms, plainUnit(unit), "zh-CN")).toBe(chinese);
  expect(describeTarget(terms, plainUnit(unit), "en")).toBe(english);
});
