import { readFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import ExcelJS from "exceljs";
import fc from "fast-check";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { delimiterOf } from "@/lib/imports/workbook/csv";
import type { GridSheet } from "@/lib/imports/workbook/grid";
import { numberOf } from "@/lib/imports/workbook/grid-cell";
import { readWorkbook } from "@/lib/imports/workbook/read-workbook";

const utf8 = (text: string) => new TextEncoder().encode(text);

function sheetsOf(bytes: Uint8Array): readonly GridSheet[] {
  const book = readWorkbook(bytes);
  if (!book.ok) throw new Error(book.fault);
  return book.sheets;
}

const textsOf = (sheet: GridSheet | undefined) => sheet?.rows.map(({ cells }) => cells.map(({ text }) => text));

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The same workbook with every part changed by `edit`. */
async function edited(bytes: Uint8Array, edit: (xml: string, name: string) => string): Promise<Uint8Array> {
  const archive = await JSZip.loadAsync(bytes);
  for (const name of Object.keys(archive.files)) {
    if (name.endsWith(".xml")) archive.file(name, edit((await archive.file(name)?.async("string")) ?? "", name));
  }
  return archive.generateAsync({ type: "uint8array" });
}

describe("readWorkbook, CSV", () => {
  const rows = [
    ["指标", "目标"],
    ["就业", "1,200"],
  ];

  it.each([
    ["commas", '指标,目标\n就业,"1,200"\n'],
    ["semicolons", "指标;目标\r\n就业;1,200\r\n"],
    ["tabs", "指标\t目标\n就业\t1,200\n"],
    ["bars", "指标|目标\n就业|1,200\n"],
  ])("reads %s in UTF-8 and UTF-16", (_name, text) => {
    expect(textsOf(sheetsOf(utf8(text))[0])).toEqual(rows);
    const wide = Buffer.from(`\uFEFF${text}`, "utf16le");
    expect(textsOf(sheetsOf(new Uint8Array(wide))[0])).toEqual(rows);
    expect(textsOf(sheetsOf(new Uint8Array(wide.swap16()))[0])).toEqual(rows);
  });

  it("reads GB 18030, counts blank records and reads numbers typed as text", () => {
    // 日期,名称 and 1,２ in GB 18030.
    const [sheet] = sheetsOf(Uint8Array.from(Buffer.from("c8d5c6da2cc3fbb3c60d0a0d0a312ca3b20d0a", "hex")));
    expect(textsOf(sheet)).toEqual([["日期", "名称"], [""], ["1", "２"]]);
    expect(sheet?.rows[2]?.line).toBe(3);
    expect(sheet?.rows[2]?.cells[1]).toMatchObject({ number: 2, isNumeric: false });
  });

  it("chooses the separator that most lines share", () => {
    expect(delimiterOf("标题，2024\n甲;乙,丙;丁\n1;2;3\n")).toBe(";");
    expect(delimiterOf("sep=|\na|b\n")).toBe("|");
  });

  it("knows which texts are numbers", () => {
    expect(["1,234.5", "１２０", "-4", "35%", "12,34", "7O.2", "10-12"].map(numberOf)).toEqual([
      1234.5,
      120,
      -4,
      35,
      null,
      null,
      null,
    ]);
  });
});

describe("readWorkbook, workbooks", () => {
  const sample = () =>
    workbook((book) => {
      book.addWorksheet("封面").addRow(["青河县"]);
      const sheet = book.addWorksheet("任务");
      sheet.addRow(["指标", "目标", "时限"]);
      sheet.addRow(["治理率", 0.55, new Date("2024-06-30T00:00:00Z")]);
      sheet.addRow(["道路", { formula: "60+60", result: 120 }, { formula: "NA()", result: { error: "#N/A" } }]);
      sheet.addRow(["公园", 6]);
      sheet.addRow(["广场", { richText: [{ font: { strike: true }, text: "3" }, { text: "5个" }] }]);
      sheet.getCell("B2").numFmt = "0.0%";
      sheet.getCell("C2").numFmt = "yyyy-mm-dd";
      sheet.getRow(3).hidden = true;
      for (const address of ["A4", "B4"]) sheet.getCell(address).font = { strike: true };
      sheet.mergeCells("A7:C7");
      sheet.getCell("A7").value = "二、民生";
      book.addWorksheet("列表", { state: "hidden" }).addRow(["是"]);
    });

  it("reads formats, dates, cached results, errors, hidden and struck-out rows, merged cells and hidden sheets", async () => {
    const [cover, sheet, list] = sheetsOf(await sample());
    expect([cover?.name, sheet?.name, list?.name, list?.isHidden]).toEqual(["封面", "任务", "列表", true]);
    expect(textsOf(sheet)).toEqual([
      ["指标", "目标", "时限"],
      ["治理率", "55%", "2024-06-30"],
      ["道路", "120", "#N/A"],
      ["公园", "6"],
      ["广场", "5个"],
      [],
      ["二、民生"],
    ]);
    expect(sheet?.rows[1]?.cells[1]).toMatchObject({ number: 0.55, isNumeric: true, isPercent: true });
    expect(sheet?.rows[1]?.cells[2]).toMatchObject({ day: "2024-06-30" });
    expect(sheet?.rows[2]).toMatchObject({ isHidden: true, isStruck: false, cells: [{}, {}, { isError: true }] });
    expect(sheet?.rows[3]).toMatchObject({ line: 4, isStruck: true });
    expect(sheet?.merges).toEqual([{ top: 6, left: 0, bottom: 6, right: 2 }]);
  });

  it("reads namespace prefixes as WPS writes them", async () => {
    const prefixed = await edited(await sample(), (xml, name) =>
      /^xl\/(?:workbook|worksheets\/.*|sharedStrings|styles)\.xml$/.test(name)
        ? xml.replace(/<(\/?)(?=[a-zA-Z])(?![a-zA-Z0-9]+:)/g, "<$1x:").replace(/ xmlns="/g, ' xmlns:x="')
        : xml,
    );
    expect(textsOf(sheetsOf(prefixed)[1])?.slice(0, 4)).toEqual([
      ["指标", "目标", "时限"],
      ["治理率", "55%", "2024-06-30"],
      ["道路", "120", "#N/A"],
      ["公园", "6"],
    ]);
  });

  it.each(["biff8", "ods"] as const)("reads %s", (bookType) => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ["指标", "目标"],
        ["就业", 1200],
      ]),
      "任务",
    );
    const bytes = new Uint8Array(write(book, { bookType, type: "buffer" }) as Buffer);
    expect(textsOf(sheetsOf(bytes)[0])).toEqual([
      ["指标", "目标"],
      ["就业", "1200"],
    ]);
  });

  it("never unpacks macros, external links and pictures", async () => {
    const archive = await JSZip.loadAsync(await sample());
    archive.file("xl/vbaProject.bin", "x".repeat(1000));
    archive.file("xl/externalLinks/externalLink1.xml", "x".repeat(50_000_000));
    archive.file("xl/media/image1.xml", "x".repeat(50_000_000));
    const bytes = await archive.generateAsync({ type: "uint8array", compression: "DEFLATE" });
    expect(readWorkbook(bytes, { unpackedBytes: 1_000_000 }).ok).toBe(true);
  });

  it("refuses what unpacks to more than the limit, whatever its header says", async () => {
    const archive = await JSZip.loadAsync(await sample());
    archive.file("xl/worksheets/sheet9.xml", " ".repeat(5_000_000));
    const bytes = await archive.generateAsync({ type: "uint8array", compression: "DEFLATE" });
    expect(bytes.length).toBeLessThan(50_000);
    expect(readWorkbook(bytes, { unpackedBytes: 1_000_000 })).toEqual({ ok: false, fault: "sheet-too-large" });
  });

  it.each([
    ["an archive of something else", Uint8Array.from([0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)]), "not-a-sheet"],
    ["a damaged archive", Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), "not-a-sheet"],
    ["a damaged .xls", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), "not-a-sheet"],
    ["blank cells", utf8(",,\n,,\n"), "empty-sheet"],
    ["too many rows", utf8("a\n".repeat(60_001)), "sheet-too-large"],
    [
      "a workbook with a password",
      readFileSync(join(import.meta.dirname, "fixtures/encrypted.xlsx")),
      "sheet-encrypted",
    ],
  ])("refuses %s", (_name, bytes, fault) => {
    expect(readWorkbook(bytes)).toEqual({ ok: false, fault });
  });

  it("never throws on any bytes", () => {
    const starts = [[], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [0xff, 0xfe]];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 600 }), (start, rest) => {
        expect(typeof readWorkbook(Uint8Array.from([...start, ...rest])).ok).toBe("boolean");
      }),
    );
  });
});
