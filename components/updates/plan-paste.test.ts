import fc from "fast-check";
import { expect, test } from "vitest";
import { isBlock, pastedCells } from "@/components/ui/pasted-cells";
import { type PasteRow, planPaste } from "@/components/updates/plan-paste";
import { readAs } from "@/components/updates/read-as";
import { plainUnit } from "@/lib/domain/units/printed-unit";

function aRow(code: string, change: Partial<PasteRow> = {}): PasteRow {
  return { code, kind: "cumulative", printedUnit: plainUnit("万元"), isDone: false, ...change };
}

const WORDS = { yes: "已实现", no: "未实现" };
const ROWS = [
  aRow("A"),
  aRow("B"),
  aRow("C", { kind: "ratio", printedUnit: plainUnit("%") }),
  aRow("D", { kind: "yes-no", printedUnit: plainUnit("") }),
];

test.each([
  ["3\r\n5\r\n1\r\n", [["3"], ["5"], ["1"]], true],
  [
    "3\t三季度\n5\t",
    [
      ["3", "三季度"],
      ["5", ""],
    ],
    true,
  ],
  ["351\r\n", [["351"]], false],
  ["3\n\n5", [["3"], [""], ["5"]], true],
])("%j is the cells %j", (text, cells, block) => {
  expect(pastedCells(text)).toEqual(cells);
  expect(isBlock(pastedCells(text))).toBe(block);
});

test("a pasted column fills the rows below, one cell each", () => {
  const { fills, unplaced } = planPaste(ROWS, { code: "A", field: "value" }, pastedCells("3\r\n5\r\n1\r\n"), WORDS);
  expect(fills.map(({ code, field, text }) => `${code} ${field} ${text}`)).toEqual([
    "A value 3",
    "B value 5",
    "C numerator 1",
  ]);
  expect(unplaced).toEqual([]);
});

test("a blank cell changes nothing, an invalid word is filled in with its error, a cell without a row is named", () => {
  const text = "完成值\n\n17\n是\n8\n9";
  const { fills, unplaced } = planPaste(ROWS, { code: "A", field: "value" }, pastedCells(text), WORDS);
  expect(fills).toEqual([
    { code: "A", field: "value", text: "完成值", fault: "not-a-number" },
    { code: "C", field: "numerator", text: "17", fault: null },
    { code: "D", field: "value", text: "1", fault: null },
  ]);
  expect(unplaced).toEqual(["8", "9"]);
});

test("cells to the right go to the fields on the right; a submitted row and a yes-no accept only what fits", () => {
  const rows = [aRow("A", { isDone: true }), ...ROWS.slice(2)];
  const cells = pastedCells("1\tx\n17\t20\t\t说明\t多\n也许");
  const { fills, unplaced } = planPaste(rows, { code: "A", field: "value" }, cells, WORDS);
  expect(fills.map(({ code, field, text }) => [code, field, text])).toEqual([
    ["C", "numerator", "17"],
    ["C", "denominator", "20"],
    ["C", "note", "说明"],
  ]);
  expect(unplaced).toEqual(["A: 1", "A: x", "C: 多", "D: 也许"]);
});

test("every pasted cell is filled in or named", () => {
  const cell = fc.oneof(fc.integer().map(String), fc.constantFrom("", "是", "3亿", "说明"));
  const block = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  const start = fc.constantFrom("A", "B", "C", "D");
  fc.assert(
    fc.property(block, start, (cells, code) => {
      const field = code === "C" ? "numerator" : "value";
      const { fills, unplaced } = planPaste(ROWS, { code, field }, cells, WORDS);
      expect(fills.length + unplaced.length).toBe(cells.flat().filter((text) => text !== "").length);
      const places = fills.map((fill) => `${fill.code} ${fill.field}`);
      expect(new Set(places).size).toBe(places.length);
    }),
  );
});

test.each([
  ["350亿", "万元", "zh-CN", "3,500,000万元"],
  ["350亿", "亿元", "en", "CNY 35 billion"],
  ["１２", "个", "zh-CN", "12个"],
  ["1,234.5", "万元", "zh-CN", null],
  ["many", "万元", "zh-CN", null],
] as const)("%s in %s is shown in %s as %s", (typed, unit, lang, shown) => {
  expect(readAs(typed, plainUnit(unit), lang)).toBe(shown);
});
