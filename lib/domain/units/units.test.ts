import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import {
  formatIsoDate,
  formatLongMonth,
  formatMonth,
  formatMonthName,
  formatYear,
} from "@/lib/domain/units/format-date";
import {
  formatMeasure,
  formatNumber,
  formatPoints,
  formatRatio,
  formatUnit,
  measureScale,
} from "@/lib/domain/units/format-measure";
import { plainUnit } from "@/lib/domain/units/printed-unit";
import { findUnit, isSameMeasure } from "@/lib/domain/units/units";

describe("units", () => {
  it.each([
    ["万平方米", "公顷", true],
    ["平方公里", "万平方米", false],
    ["亿元", "亿美元", false],
    ["%", "百分点", false],
    ["个", "家", true],
    ["斗", "斗", true],
    ["斗", "个", false],
  ])("%s and %s are the same measure: %s", (one, other, same) => {
    expect(isSameMeasure(one, other)).toBe(same);
  });

  it.each([
    ["亿元", "100000000"],
    ["万美元", "10000"],
    ["公顷", "10000"],
    ["平方公里", "1000000"],
    ["万人", "10000"],
    ["公里", "1000"],
  ])("%s is %s of its smallest", (unit, size) => {
    const found = findUnit(unit);
    expect(found?.sizeNumerator.div(found.sizeDenominator).toFixed()).toBe(size);
  });

  it.each([
    ["4.5", "个工作日", "4.5 working days"],
    ["1", "个工作日", "1 working day"],
    ["44.2", "千克标准煤", "44.2 kgce"],
    ["0.42", "吨标准煤/万元", "0.42 tce/CNY 10,000"],
    ["27.5", "微克/立方米", "27.5 µg/m³"],
    ["8", "毫克/升", "8 mg/L"],
    ["3500", "万标方", "35 million Nm³"],
    ["1.2", "百万标箱", "1.2 million TEU"],
    ["3", "起", "3"],
    ["36", "人/万人", "36 people/10,000 people"],
  ])("%s %s is %s in English", (value, unit, text) => {
    expect(formatMeasure(value, plainUnit(unit), "en")).toBe(text);
    expect(formatUnit(plainUnit(unit), "en")).not.toMatch(/\p{Script=Han}/u);
  });

  it("keeps a unit unchanged where a part is unknown", () => {
    for (const unit of ["斗/万人", "千克标准煤/斗", "元/人", "/万人", "吨/", "吨/人/天"])
      expect(findUnit(unit)).toBeNull();
    expect(isSameMeasure("吨标准煤/万元", "千克标准煤/元")).toBe(false);
    expect(isSameMeasure("千克标准煤/元", "万千克标准煤/万元")).toBe(true);
  });

  it("rejects 万% and 万位", () => {
    expect(findUnit("万%")).toBeNull();
    expect(findUnit("万位")).toBeNull();
  });
});

describe("formatMeasure", () => {
  it.each([
    ["402", "亿元", "402亿元", "CNY 40.2 billion"],
    ["100", "万平方米", "100万平方米", "1 million m²"],
    ["29.5", "亿美元", "29.5亿美元", "USD 2.95 billion"],
    ["10", "亿元", "10亿元", "CNY 1 billion"],
    ["0", "亿元", "0亿元", "CNY 0"],
    ["5000", "万元", "5,000万元", "CNY 50 million"],
    ["88", "个", "88个", "88"],
    ["1234567", "个", "1,234,567个", "1,234,567"],
    ["3", "万人", "3万人", "30,000 people"],
    ["1", "人", "1人", "1 person"],
    ["27", "%", "27%", "27%"],
    ["-2.5", "百分点", "−2.5个百分点", "−2.5 pp"],
    ["2", "位", "第2位", "2nd"],
    ["11", "位", "第11位", "11th"],
    ["21", "位", "第21位", "21st"],
    ["402.000000", "亿元", "402亿元", "CNY 40.2 billion"],
    ["7", "斗", "7斗", "7 斗"],
  ])("%s %s", (value, unit, chinese, english) => {
    expect(formatMeasure(value, plainUnit(unit), "zh-CN")).toBe(chinese);
    expect(formatMeasure(value, plainUnit(unit), "en")).toBe(english);
  });

  it("rounds in the printed unit, so that both languages show the same amount", () => {
    expect(formatMeasure("316.535433", plainUnit("亿元"), "zh-CN", { precision: 1 })).toBe("316.5亿元");
    expect(formatMeasure("316.535433", plainUnit("亿元"), "en", { precision: 1 })).toBe("CNY 31.65 billion");
    expect(formatNumber("402", { precision: 1, padded: true })).toBe("402.0");
    expect(formatNumber("-0.04", { precision: 1 })).toBe("0");
    expect(formatNumber(Number.NaN)).toBe("—");
  });
});

describe("headers, points and ratios", () => {
  it("names units over bare numbers", () => {
    expect(
      ["亿元", "万平方米", "亿美元", "个", "位", "万人", "%", "万"].map((unit) => formatUnit(plainUnit(unit), "en")),
    ).toEqual(["CNY 100 million", "10,000 m²", "USD 100 million", "number", "place", "10,000 people", "%", "10,000"]);
    expect(formatUnit(plainUnit("亿元"), "zh-CN")).toBe("亿元");
  });

  it.each([
    ["420", "亿元", 0.1, "CNY billion"],
    ["9.5", "亿元", 100, "CNY million"],
    ["-20000", "亿元", 0.0001, "CNY trillion"],
    ["0", "亿元", 100_000_000, "CNY"],
    ["5000000000", "元", 1e-9, "CNY billion"],
    ["29.5", "亿美元", 0.1, "USD billion"],
    ["150", "万平方米", 0.01, "million m²"],
    ["80", "万平方米", 10_000, "m²"],
    ["3", "万人", 10_000, "people"],
    ["300", "万个", 0.01, "million"],
    ["88", "个", 1, "number"],
    ["27", "%", 1, "%"],
    ["7", "斗", 1, "斗"],
    ["7", "", 1, ""],
  ])("scales an English axis up to %s %s by %d to %s", (largest, unit, factor, label) => {
    expect(measureScale(largest, plainUnit(unit), "en")).toEqual({ factor, label });
    expect(measureScale(largest, plainUnit(unit), "zh-CN")).toEqual({ factor: 1, label: unit });
  });

  it("adds a sign to points", () => {
    expect(formatPoints(5, "zh-CN")).toBe("+5个百分点");
    expect(formatPoints(-1.2667, "en")).toBe("−1.3 pp");
    expect(formatPoints(0.04, "en")).toBe("0 pp");
    expect(formatPoints(-1.2667, "en", { precision: 4 })).toBe("−1.2667 pp");
  });

  it("never rounds up to 100 %", () => {
    expect(formatRatio(0.154)).toBe("15.4%");
    expect(formatRatio(1.033333)).toBe("103.3%");
    expect(formatRatio(0.99996)).toBe("99.9%");
    expect(formatRatio(0.9999, { precision: 0 })).toBe("99%");
    expect(formatRatio(1)).toBe("100%");
  });

  it("formats days", () => {
    const day = isoDate("2023-09-30");
    expect([formatIsoDate(day, "zh-CN"), formatIsoDate(day, "en")]).toEqual(["2023年9月30日", "30 Sep 2023"]);
    expect([formatMonth(day, "zh-CN"), formatMonth(day, "en")]).toEqual(["2023年9月", "Sep 2023"]);
    expect([formatLongMonth(day, "zh-CN"), formatLongMonth(day, "en")]).toEqual(["2023年9月", "September 2023"]);
    expect([formatYear(day, "zh-CN"), formatYear(day, "en")]).toEqual(["2023年", "2023"]);
  });

  it("abbreviates every month to three letters, whatever the version of Node", () => {
    const days = Array.from({ length: 12 }, (_, index) => isoDate(`2023-${String(index + 1).padStart(2, "0")}-01`));
    const english = days.map((day) => formatMonthName(day, "en"));
    expect(english.join(" ")).toBe("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
    const chinese = days.map((day) => formatMonthName(day, "zh-CN"));
    expect(chinese.join(" ")).toBe("1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月");
  });
});

describe("a metric's own English unit", () => {
  const schools = { unit: "所", unitEn: "schools" };

  it.each([
    ["30", "所", "schools", "30 schools"],
    ["1", "所", "schools", "1 school"],
    ["-1", "所", "schools", "−1 school"],
    ["0", "所", "schools", "0 schools"],
    ["1234.5", "名教师", "teachers", "1,234.5 teachers"],
    ["3", "万斗", "bushels", "30,000 bushels"],
    ["1", "万斗", "bushels", "10,000 bushels"],
    ["250", "万斗", "bushels", "2.5 million bushels"],
    ["402", "亿元", "yuan", "40.2 billion yuan"],
    ["2", "位", "seats", "2 seats"],
    ["30", "", "projects", "30 projects"],
  ])("%s %s in %s is %s in English, and stays Chinese in Chinese", (value, unit, unitEn, text) => {
    expect(formatMeasure(value, { unit, unitEn }, "en")).toBe(text);
    expect(formatMeasure(value, { unit, unitEn }, "zh-CN")).toBe(formatMeasure(value, plainUnit(unit), "zh-CN"));
  });

  it("is the header of a column and of an axis, with 万 and 亿 in digits or words", () => {
    expect(formatUnit(schools, "en")).toBe("schools");
    expect(formatUnit(schools, "zh-CN")).toBe("所");
    expect(formatUnit({ unit: "万斗", unitEn: "bushels" }, "en")).toBe("10,000 bushels");
    expect(measureScale("50", schools, "en")).toEqual({ factor: 1, label: "schools" });
    expect(measureScale("500", { unit: "万斗", unitEn: "bushels" }, "en")).toEqual({
      factor: 0.01,
      label: "million bushels",
    });
  });
});
