import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import { plainUnit } from "@/lib/domain/units/printed-unit";
import { parseDecimalText } from "@/lib/schemas/decimal-text";

function readIn(typed: string, unit: string | null = null, unitEn: string | null = null): string | null {
  const parsed = parseDecimalText(typed, unit === null ? null : { unit, unitEn });
  return parsed.ok ? (parsed.value?.toFixed() ?? "blank") : parsed.fault;
}

test.each([
  ["402", "402"],
  [" 1,234.5 ", "1234.5"],
  ["1，234", "1234"],
  ["1 234 567", "1234567"],
  ["1\u00a0234.5", "1234.5"],
  ["\uff11\uff12\uff13\uff0e\uff15", "123.5"],
  ["123。5", "123.5"],
  [".5", "0.5"],
  ["5.", "5"],
  ["-.5", "-0.5"],
  ["−3.2", "-3.2"],
  ["－3", "-3"],
  ["\u202d350\u202c", "350"],
  ["\u200b3\u200e", "3"],
  ["\ufeff\u00a0351\r\n", "351"],
  ["999999999999999", "999999999999999"],
])("%j is read as %s", (typed, value) => {
  expect(readIn(typed)).toBe(value);
});

test.each([
  ["27%", "%", "27"],
  ["27 ％", "%", "27"],
  ["270‰", "%", "27"],
  ["2.5百分点", "个百分点", "2.5"],
  ["350亿", "亿元", "350"],
  ["350亿元", "亿元", "350"],
  ["350亿", "万元", "3500000"],
  ["350亿", "元", "35000000000"],
  ["3千万元", "亿元", "0.3"],
  ["350元", "元", "350"],
  ["350元", "万元", "0.035"],
  ["￥1,350.50", "元", "1350.5"],
  ["-¥ 350万元", "万元", "-350"],
  ["3万", "万平方米", "3"],
  ["15亩", "公顷", "1"],
  ["88家", "个", "88"],
  ["第2位", "位", "2"],
  ["2名", "位", "2"],
  ["7斗", "斗", "7"],
])("%s in %s is %s", (typed, unit, value) => {
  expect(readIn(typed, unit)).toBe(value);
});

test.each([
  ["30所", "所", "schools", "30"],
  ["30 schools", "所", "schools", "30"],
  ["1 School", "所", "schools", "1"],
  ["30,000 schools", "万所", "schools", "3"],
  ["1.5 million schools", "万所", "schools", "150"],
  ["8.5人/10万人", "人/10万人", null, "8.5"],
  ["8.5 per 100,000 people", "人/10万人", "per 100,000 people", "8.5"],
  ["CNY 40.2 billion", "亿元", null, "402"],
  ["RMB40.2 billion", "亿元", null, "402"],
  ["¥40.2 billion", "亿元", null, "402"],
  ["¥350亿", "万元", null, "3500000"],
  ["40.2 billion", "亿元", null, "402"],
  ["CNY −3.2 billion", "亿元", null, "-32"],
  ["USD 3 million", "万美元", null, "300"],
  ["30,000 people", "万人", null, "3"],
  ["1 million m²", "万平方米", null, "100"],
  ["5 working days", "个工作日", null, "5"],
  ["2.5 pp", "百分点", null, "2.5"],
  ["88 organisations", "家", null, "88"],
  ["2nd", "位", null, "2"],
])("%s in %s (%s) is %s", (typed, unit, unitEn, value) => {
  expect(readIn(typed, unit, unitEn)).toBe(value);
});

test.each([
  ["30 schools", "家", "companies"],
  ["30 schools", "所", null],
  ["USD 3 million", "亿元", null],
  ["CNY 3", "所", "schools"],
  ["3 million", "%", null],
  ["3 million", "位", null],
  ["30 big schools", "所", "schools"],
  ["3人/10万人", "人/1万人", null],
])("%s does not fit %s (%s)", (typed, unit, unitEn) => {
  expect(["wrong-unit", "not-a-number"]).toContain(readIn(typed, unit, unitEn));
});

test.each([
  ["1e400", "not-a-number"],
  ["NaN", "not-a-number"],
  ["Infinity", "not-a-number"],
  ["0x10", "not-a-number"],
  ["1,2,3", "not-a-number"],
  ["0,123", "not-a-number"],
  ["1,2345", "not-a-number"],
  ["5²", "not-a-number"],
  ["- 5", "not-a-number"],
  [".", "not-a-number"],
  ["1.2。3", "not-a-number"],
  ["三百", "not-a-number"],
  ["<b>1</b>", "not-a-number"],
  ["\u202e123", "not-a-number"],
  ["3 5 1", "several-numbers"],
  ["3\r\n5\r\n1", "several-numbers"],
  ["3\t500", "several-numbers"],
  ["3\n500", "several-numbers"],
  ["12 34", "several-numbers"],
  ["350亿", "unit-not-taken"],
  ["1000000000000000", "too-large"],
  ["9".repeat(40), "too-large"],
  ["0.1234567", "too-many-decimals"],
])("%j is refused as %s", (typed, fault) => {
  expect(parseDecimalText(typed)).toEqual({ ok: false, fault });
});

test.each([
  ["27%", "亿元"],
  ["350亿美元", "亿元"],
  ["350亿", "%"],
  ["3万", "位"],
  ["350亿左右", "亿元"],
  ["1亩", "平方米"],
  ["350元", "亿元"],
  ["¥350吨", "吨"],
])("%s does not fit %s", (typed, unit) => {
  expect(["wrong-unit", "not-a-number"]).toContain(readIn(typed, unit));
});

test("blank text is null, not zero", () => {
  expect(parseDecimalText(" \u200b")).toEqual({ ok: true, value: null });
});

const UNITS = ["", "个", "亿元", "万元", "%", "百分点", "万平方米", "公顷", "亩", "万人", "吨标准煤", "亿千瓦时", "斗"];
const unit = fc.constantFrom(...UNITS);
/** Up to eight digits before the point and four after it. */
const number = fc
  .tuple(fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, decimals]) => new Decimal(digits.toString()).div(new Decimal(10).pow(decimals)));

test("a formatted value parses to the same value", () => {
  fc.assert(
    fc.property(number, unit, (value, shown) => {
      expect(readIn(formatMeasure(value, plainUnit(shown), "zh-CN"), shown)).toBe(value.toFixed());
    }),
  );
});

test("a value formatted in English parses to the same value", () => {
  const printed = fc.record({ unit, unitEn: fc.constantFrom(null, "schools", "working days", "m² per person") });
  fc.assert(
    fc.property(number, printed, (value, shown) => {
      expect(readIn(formatMeasure(value, shown, "en"), shown.unit, shown.unitEn)).toBe(value.toFixed());
    }),
  );
});

test("width, invisible characters and thousands commas do not change the number", () => {
  const widen = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const noise = fc.constantFrom("", "\u200b", "\u200e", "\u202d", "\u2060", "\ufeff");
  fc.assert(
    fc.property(number, fc.array(noise, { minLength: 40, maxLength: 40 }), fc.boolean(), (value, marks, isWide) => {
      const [whole = "", decimals] = value.toFixed().split(".");
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
      const text = `${grouped}${decimals === undefined ? "" : `.${decimals}`}`;
      const typed = [...(isWide ? widen(text) : text)].map((letter, at) => `${marks[at]}${letter}`).join("");
      expect(readIn(typed)).toBe(value.toFixed());
    }),
  );
});

test("a converted value parses to the same measure in its own unit", () => {
  const pair = fc.constantFrom(["亿元", "万元"], ["万平方米", "公顷"], ["‰", "%"], ["万人", "人"], ["吨", "千克"]);
  fc.assert(
    fc.property(number, pair, (value, [typedUnit = "", own = ""]) => {
      const there = readIn(`${value.toFixed()}${typedUnit}`, own);
      if (there !== null && /^-?[\d.]+$/.test(there)) expect(readIn(`${there}${own}`, typedUnit)).toBe(value.toFixed());
    }),
  );
});

test("several cells are never read as one number", () => {
  const cells = fc.array(number, { minLength: 2, maxLength: 6 });
  const gap = fc.constantFrom("\n", "\r\n", "\t", "  ", " \t", "\u2028");
  fc.assert(
    fc.property(cells, gap, unit, (values, between, unitOfField) => {
      const typed = values.map((value) => value.toFixed()).join(between);
      expect(parseDecimalText(typed, plainUnit(unitOfField)).ok).toBe(false);
    }),
  );
});

/** The visible text: the digits in order, one decimal point. */
function seen(typed: string): string {
  return typed.replace(/[^\d.。．０-９]/g, "").replace(/[。．]/g, ".");
}

test("any input gives its visible digits, within bounds, or a fault", () => {
  const letters = [..."0123456789 ,.-+。，５％%万亿元\u200b\u202d\u00a0\t\n²eE"];
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 }));
  fc.assert(
    fc.property(text, (typed) => {
      const parsed = parseDecimalText(typed);
      if (!parsed.ok || parsed.value === null) return;
      const { value } = parsed;
      expect(value.abs().lessThan("1e15") && value.decimalPlaces() <= 6).toBe(true);
      const digits = seen(typed).replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
      expect(value.abs().toFixed()).toBe(new Decimal(`0${digits.replace(/\.$/, "")}`).toFixed());
    }),
    { numRuns: 2000 },
  );
});
