import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findQuantities } from "./quantities";

/** "value-upper unit comparator form growth modality" of each quantity, empty parts left out. */
function read(text: string): string[] {
  return findQuantities(text).map((one) =>
    [
      one.value +
        (one.upperValue === null ? "" : `-${one.upperValue}`) +
        (one.stretchValue === null ? "" : `/${one.stretchValue}`),
      one.unit === "" ? "none" : one.unit,
      one.comparator,
      one.form,
      one.growthPct,
      one.modality,
    ]
      .filter((part) => part !== null)
      .join(" "),
  );
}

describe("cells of tables", () => {
  test.each([
    ["30", ["30 none equal level"]],
    ["3.5亿", ["3.5 亿 equal level"]],
    ["≥30个", ["30 个 at-least level"]],
    [">=30", ["30 none at-least level"]],
    ["30个以上", ["30 个 at-least level"]],
    ["１，２００家", ["1200 家 equal level"]],
    ["增长7%左右", ["7 % about growth 7"]],
    ["-2.1%", ["-2.1 % equal level"]],
    ["增长-2.1%", ["-2.1 % equal growth -2.1"]],
    ["下降3.5％以上", ["3.5 % at-least growth -3.5"]],
    ["前3名", ["3 位 within-rank rank"]],
    ["全省前三", ["3 位 within-rank rank"]],
    ["第2位", ["2 位 within-rank rank"]],
    ["控制在5%以内", ["5 % at-most level"]],
    ["3.5亿元", ["3.5 亿元 equal level"]],
    ["确保5%、力争8%", ["5 % equal level 确保", "8 % equal level 力争"]],
    ["增长5%、力争8%", ["5 % equal growth 5", "8 % equal growth 8 力争"]],
    ["6—8个", ["6-8 个 between level"]],
    ["5%-6%", ["5-6 % between level"]],
    ["增长5.5%至6%", ["5.5-6 % between growth 5.5"]],
    ["三十万平方米", ["30 万平方米 equal level"]],
    ["百分之三十", ["30 % equal level"]],
    ["20余个", ["20 个 more-than level"]],
    ["超100万人次", ["100 万人次 more-than level"]],
    ["近30%", ["30 % about level"]],
    ["约1.2万户", ["1.2 万户 about level"]],
    ["不超过4.5%", ["4.5 % at-most level"]],
    ["低于3‰", ["3 ‰ less-than level"]],
    ["提高2个百分点", ["2 个百分点 equal change"]],
    ["翻一番", ["1 番 equal growth 100"]],
    ["2023年6月底前开工", []],
    ["全年", []],
    ["保二争一", ["2/1 位 within-rank rank"]],
    ["≤25微克/立方米", ["25 微克/立方米 at-most level"]],
    ["12km", ["12 公里 equal level"]],
    ["at least 30", ["30 none at-least level"]],
    ["£3.5 billion", ["3.5 £ billion equal level"]],
    ["NZ$20m or more", ["20 NZ$ million at-least level"]],
    ["5 per cent", ["5 % equal level"]],
    ["between 5 and 6 per cent", ["5-6 % between level"]],
    ["2 percentage points", ["2 percentage points equal level"]],
    ["1,635 households", ["1635 households equal level"]],
  ])("%s", (cell, expected) => expect(read(cell)).toEqual(expected));
});

describe("sentences", () => {
  test.each([
    [
      "全市实现旅游收入420亿元,比上年增长12%左右,接待游客突破6000万人次。",
      ["420 亿元 equal level", "12 % about growth 12", "6000 万人次 more-than level"],
    ],
    ["新改建农村公路不少于260公里、桥梁35座", ["260 公里 at-least level", "35 座 equal level"]],
    ["研发人员和有效发明专利同比分别增长9%、14%", ["9 % equal growth 9", "14 % equal growth 14"]],
    ["到2025年,绿色建筑占比从2020年的63%提高到85%以上", ["63 % equal level", "85 % at-least level"]],
    ["单位GDP能耗比2020年下降13.5%", ["13.5 % equal growth -13.5"]],
    ["总投资比上年增加300亿元", ["300 亿元 equal change"]],
    ["税收增速高于全省平均2.3个百分点", ["2.3 个百分点 equal gap"]],
    ["一是完善三个方面的制度,办好“十件实事”,用好“1+6”政策和世界500强资源", []],
    ["第十四届人大二次会议2024年3月12日通过,自2025年起施行,十四五期间PM2.5、5G、4A级景区", []],
    ["出台稳增长举措“42条”。落实“二十条”政策", ["42 条 equal level"]],
    ["《三年行动计划(2021—2023年)》12项任务", ["12 项 equal level"]],
    ["1.2023年新建学校5所\n2.扩建3所", ["5 所 equal level", "3 所 equal level"]],
    ["投资增速列全市第一,第一批,第一时间", ["1 位 within-rank rank"]],
    ["We will recruit at least 8,500 mental health staff by 2029.", ["8500 staff at-least level"]],
    ["cut food waste by 30% by 2030 from the 2019 level", ["30 % equal growth -30"]],
    [
      "a 12% reduction in reoffending and 3,000 fewer serious injuries",
      ["12 % equal growth -12", "3000 injuries equal change"],
    ],
    [
      "In 2023-24, about 61 per cent of Year 9 students attended; the fund of £2.5bn opened on 4 May 2024.",
      ["61 % about level", "2.5 £ billion equal level"],
    ],
    ["raise the share of renewable heat from 8% to 12%", ["8 % equal level", "12 % equal level"]],
    [
      "no more than 40 kilotonnes, or less than 6% of the 1990 total",
      ["40 kilotonnes at-most level", "6 % less-than level"],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

test("offsets span the number with its unit, the phrase also its deciding words", () => {
  const text = "确保全年新建泊位不少于1,200个,其中充电泊位占15%以上";
  const [first, second] = findQuantities(text);
  expect(text.slice(first?.at, first?.end)).toBe("1,200个");
  expect(text.slice(first?.phraseAt, first?.phraseEnd)).toBe("不少于1,200个");
  expect(first?.words).toEqual(["不少于"]);
  expect(first?.modality).toBe("确保");
  expect(text.slice(second?.phraseAt, second?.phraseEnd)).toBe("15%以上");
});

test("offsets of a sum of money include its currency; numText does not", () => {
  const text = "a fund of £40 million";
  const [fund] = findQuantities(text);
  expect(text.slice(fund?.at, fund?.end)).toBe("£40 million");
  expect(text.slice(fund?.numAt, (fund?.numAt ?? 0) + 2)).toBe("40");
});

test("never throws, and its offsets lie within the text in order", () => {
  const words = [
    "增长",
    "30",
    "%",
    "个",
    "。",
    ",",
    "从",
    "到",
    "以上",
    "不少于",
    "万",
    "三十",
    "2025年",
    " by ",
    "£",
    "million",
    "第",
    "前",
    "“",
    "”",
    "\n",
  ];
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...words)).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      let last = 0;
      for (const { at, end, value } of findQuantities(text)) {
        expect(at).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(at);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(value).toMatch(/^-?\d+(\.\d+)?$/);
        last = at;
      }
    }),
  );
});
