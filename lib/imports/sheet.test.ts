import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readSheets } from "@/lib/imports/sheet";
import { readTable } from "@/lib/imports/table";
import { MAX_SHEET_BYTES } from "@/lib/schemas/import";

const bytes = (text: string) => new TextEncoder().encode(text);
// 日期,名称 / 2027-01-01,元旦 in GB 18030, as Excel saves it in China.
const GBK = Uint8Array.from(Buffer.from("c8d5c6da2cc3fbb3c60d0a323032372d30312d30312cd4aab5a90d0a", "hex"));

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet("表"));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe("readSheets", () => {
  it("reads CSV with its line numbers: quotes, blank lines, a byte-order mark", () => {
    const text = '\uFEFFdate,name\r\n\r\n2027-01-01,"New Year, day 1"\r\n,\r\n 2027-01-02 ,x\r\n';
    expect(readSheets(bytes(text))).toEqual({
      ok: true,
      sheets: [
        [
          { line: 1, cells: ["date", "name"] },
          { line: 3, cells: ["2027-01-01", "New Year, day 1"] },
          { line: 5, cells: ["2027-01-02", "x"] },
        ],
      ],
    });
  });

  it("reads the CSV of a Chinese Excel, and tabs", () => {
    expect(readSheets(GBK)).toMatchObject({
      sheets: [[{ cells: ["日期", "名称"] }, { cells: ["2027-01-01", "元旦"] }]],
    });
    expect(readSheets(bytes("a\tb\n1\t2\n"))).toMatchObject({
      sheets: [[{ cells: ["a", "b"] }, { cells: ["1", "2"] }]],
    });
  });

  it("reads the sheets of a workbook: days, numbers, formulas, rich text", async () => {
    const file = await workbook((sheet) => {
      sheet.addRow(["日期", "名称"]);
      sheet.addRow([]);
      sheet.addRow([new Date("2027-10-01T00:00:00Z"), { richText: [{ text: "国庆" }, { text: "节 " }] }]);
      sheet.addRow([{ formula: "1+1", result: 2 }, 7.5]);
    });
    expect(readSheets(file)).toEqual({
      ok: true,
      sheets: [
        [
          { line: 1, cells: ["日期", "名称"] },
          { line: 3, cells: ["2027-10-01", "国庆节"] },
          { line: 4, cells: ["2", "7.5"] },
        ],
      ],
    });
  });

  it.each([
    ["a zip that is no workbook", Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), "not-a-sheet"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 255, 254]), "not-a-sheet"],
    ["an open quote", bytes('a,"b\n1,2\n'), "not-a-sheet"],
    ["nothing", bytes(""), "empty-sheet"],
    ["too much", new Uint8Array(MAX_SHEET_BYTES + 1), "sheet-too-large"],
    ["too many lines", bytes("a\n".repeat(5001)), "sheet-too-large"],
  ])("rejects %s", (_what, file, fault) => {
    expect(readSheets(file)).toEqual({ ok: false, fault });
  });
});

describe("readTable", () => {
  const rows = [
    { line: 1, cells: ["2027年放假安排"] },
    { line: 3, cells: ["备注", "Name", "日期"] },
    { line: 4, cells: ["x", "元旦", "2027-01-01"] },
    { line: 7, cells: ["y"] },
  ];
  const headings = { day: ["日期"], name: ["名称", "name"], kind: ["类型"] };

  it("finds the headings below a title, in any order and case, and ignores other columns", () => {
    const columns = { day: 2, kind: -1, name: 1 };
    expect(readTable(rows, headings, ["kind"])).toEqual([
      { line: 4, columns, values: { day: "2027-01-01", name: "元旦", kind: null } },
      { line: 7, columns, values: { day: "", name: "", kind: null } },
    ]);
  });

  it("returns null if a required heading is missing", () => {
    expect(readTable(rows, headings)).toBeNull();
  });
});
