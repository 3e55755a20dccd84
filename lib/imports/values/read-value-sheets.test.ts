import { readFileSync } from "node:fs";
import { Decimal } from "decimal.js";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import type { StepSheetRow, ValueSheet, ValueSheetRow } from "@/lib/exports/value-sheet/value-sheet";
import { valueSheetToXlsx } from "@/lib/exports/value-sheet/xlsx";
import { LANGUAGES } from "@/lib/i18n/languages";
import { readValueSheets } from "@/lib/imports/values/read-value-sheets";
import { ENTRY_COLUMNS, parseRowKey, rowKey, VALUE_HEADINGS } from "@/lib/imports/values/value-columns";
import { readWorkbook } from "@/lib/imports/workbook/read-workbook";
import { aTarget } from "@/testing/target-builders";

function sheetsOf(bytes: Uint8Array) {
  const book = readWorkbook(bytes);
  if (!book.ok) throw new Error(book.fault);
  return book.sheets;
}

const read = (bytes: Uint8Array) => readValueSheets(sheetsOf(bytes));
const readText = (text: string) => read(new TextEncoder().encode(text));

const aRow = (code: string, more: Partial<ValueSheetRow> = {}): ValueSheetRow => ({
  code,
  title: { "zh-CN": `目标${code}`, en: `Target ${code}` },
  termsVersion: 2,
  terms: aTarget({ kind: "cumulative" }),
  unit: "亿元",
  unitEn: null,
  previous: null,
  dueOn: null,
  asOf: isoDate("2023-09-30"),
  days: [isoDate("2023-01-01"), isoDate("2023-10-09")],
  entered: null,
  ...more,
});

const aSheet = (rows: readonly ValueSheetRow[]): ValueSheet => ({
  department: { "zh-CN": "市交通运输局", en: "Transport Bureau" },
  until: isoDate("2023-10-09"),
  rows,
  steps: [],
});

const words = fc.string({ unit: fc.constantFrom("进", "展", "a", "1", " ", "（", "=") }).map((text) => text.trim());
const decimals = fc
  .tuple(fc.integer({ min: -999999, max: 999999 }), fc.integer({ min: 0, max: 6 }))
  .map(([n, digits]) => {
    return (n / 10 ** digits)
      .toFixed(digits)
      .replace(/(\.\d*?)0+$/u, "$1")
      .replace(/\.$/u, "");
  });
const rows = fc
  .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 6 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((n) =>
        fc
          .record({ value: decimals, note: words, problems: words, nextStep: words })
          .map((entered) => aRow(`NT-${n}`, { entered: { ...entered, asOf: "2023-08-31" } })),
      ),
    ),
  );

/** The workbook with its columns in another order, its rows sorted, and its sheet renamed. */
async function shuffled(bytes: Uint8Array, order: (count: number) => number[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const [from] = book.worksheets;
  const lines: ExcelJS.CellValue[][] = [];
  from?.eachRow({ includeEmpty: true }, (row) => {
    lines.push(Array.from(row.values as ExcelJS.CellValue[]).slice(1));
  });
  const head = lines.findIndex((line) => line.some((cell) => String(cell) === VALUE_HEADINGS.code[0]));
  const width = lines[head]?.length ?? 0;
  const columns = order(width);
  const other = new ExcelJS.Workbook();
  const to = other.addWorksheet("改名");
  to.addRow(["各部门汇总"]);
  for (const line of [lines[head] ?? [], ...lines.slice(head + 1).toReversed()]) {
    to.addRow(columns.map((column) => line[column] ?? null));
  }
  to.addRow(["合计"]);
  return new Uint8Array(await other.xlsx.writeBuffer());
}

describe("readValueSheets", () => {
  it("reads back every workbook that is written, in both languages", async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(...LANGUAGES), async (model, lang) => {
        const found = read(await valueSheetToXlsx(aSheet(model), lang));
        expect(found?.map(({ code, termsVersion, texts }) => ({ code, termsVersion, texts }))).toEqual(
          model.map(({ code, entered }) => ({
            code,
            termsVersion: 2,
            texts: Object.fromEntries(Object.entries(entered ?? {}).filter(([, text]) => text !== "")),
          })),
        );
      }),
      { numRuns: 15 },
    );
  });

  // Made with valueSheetToXlsx (NT-1 to NT-3, Chinese), then saved again:
  // soffice --headless --convert-to xlsx (LibreOffice 7.4.7).
  it("reads a workbook that LibreOffice has saved again", () => {
    const found = read(new Uint8Array(readFileSync(new URL("fixtures/saved-by-libreoffice.xlsx", import.meta.url))));
    expect(found?.map(({ code, termsVersion, texts }) => ({ code, termsVersion, texts }))).toEqual([
      {
        code: "NT-1",
        termsVersion: 2,
        texts: {
          asOf: "2023-09-30",
          value: "289.8",
          note: "已开工3个",
          problems: "用地未批",
          nextStep: "督促审批",
        },
      },
      { code: "NT-3", termsVersion: 2, texts: { asOf: "2023-08-31", value: "0" } },
    ]);
  });

  it("reads the same with columns and rows in another order", async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.infiniteStream(fc.nat()), async (model, numbers) => {
        const order = (count: number) => {
          const keys = Array.from({ length: count }, (_, index) => [numbers.next().value ?? 0, index] as const);
          return keys.toSorted(([one], [other]) => one - other).map(([, index]) => index);
        };
        const bytes = await valueSheetToXlsx(aSheet(model), "zh-CN");
        const plain = (found: ReturnType<typeof read>) =>
          found?.map(({ code, termsVersion, texts }) => ({ code, termsVersion, texts }));
        expect(plain(read(await shuffled(bytes, order)))).toEqual(plain(read(bytes))?.toReversed());
      }),
      { numRuns: 15 },
    );
  });

  it("leaves out rows in which nothing is filled in, and never reads a blank cell as zero", async () => {
    const found = read(await valueSheetToXlsx(aSheet([aRow("NT-1"), aRow("NT-2", { entered: { value: "0" } })]), "en"));
    expect(found?.map(({ code, texts }) => [code, texts.value])).toEqual([["NT-2", "0"]]);
    const [row] = readText("目标编号,数据截至日,完成值,说明\nNT-1,2023-09-30,—,已开工\n") ?? [];
    expect(row?.texts).toEqual({ asOf: "2023-09-30", note: "已开工" });
  });

  it("finds the terms version by code where the keys did not move with their rows", () => {
    const found = readText(
      "行标识,目标编号,数据截至日,完成值\nNT-1#3,NT-2,2023-09-30,2\nNT-2#5,NT-1,2023-09-30,1\n,NT-3,2023-09-30,3\n",
    );
    expect(found?.map(({ code, termsVersion }) => [code, termsVersion])).toEqual([
      ["NT-2", 5],
      ["NT-1", 3],
      ["NT-3", null],
    ]);
  });

  it("reads days in every usual spelling, and keeps others to be named", () => {
    const days = ["2023-9-30", "2023/9/30", "2023.09.30", "2023年9月30日", "45199", "9月底"];
    const found = readText(["code\tas of\tvalue (亿元)", ...days.map((day, n) => `NT-${n}\t${day}\t1`)].join("\n"));
    expect(found?.map(({ texts }) => texts.asOf)).toEqual([...Array<string>(5).fill("2023-09-30"), "9月底"]);
    expect(found?.[5]?.cells.asOf).toBe("B7");
  });

  it("is not a value workbook without a code, a day and a value", () => {
    expect(readText("目标,完成值\n修路,3\n")).toBeNull();
  });
});

const aStep = (n: number, entered: StepSheetRow["entered"] = null): StepSheetRow => ({
  code: "NT-M1",
  title: { "zh-CN": "建成科技馆", en: "Open the science museum" },
  termsVersion: 2,
  step: {
    key: `s${n}`,
    title: { "zh-CN": `第${n}步`, en: `Step ${n}` },
    plannedOn: isoDate("2023-06-30"),
  },
  previous: null,
  dueOn: null,
  asOf: isoDate("2023-09-30"),
  days: [isoDate("2023-01-01"), isoDate("2023-10-09")],
  entered,
});

describe("the sheet of steps", () => {
  it("is read back with the sheet of values, in both languages", async () => {
    const steps = [
      aStep(1, { asOf: "2023-08-31", doneOn: "2023-08-15", note: "已验收" }),
      aStep(2),
      aStep(3, { asOf: "2023-08-31", doneOn: "", problems: "用地未批" }),
    ];
    for (const lang of LANGUAGES) {
      const found = read(
        await valueSheetToXlsx({ ...aSheet([aRow("NT-1", { entered: { value: "5" } })]), steps }, lang),
      );
      expect(found?.map(({ code, step, termsVersion, texts }) => ({ code, step, termsVersion, texts }))).toEqual([
        { code: "NT-1", step: null, termsVersion: 2, texts: { asOf: "2023-09-30", value: "5" } },
        {
          code: "NT-M1",
          step: { key: "s1", title: lang === "en" ? "Step 1" : "第1步" },
          termsVersion: 2,
          texts: { asOf: "2023-08-31", doneOn: "2023-08-15", note: "已验收" },
        },
        {
          code: "NT-M1",
          step: { key: "s3", title: lang === "en" ? "Step 3" : "第3步" },
          termsVersion: 2,
          texts: { asOf: "2023-08-31", problems: "用地未批" },
        },
      ]);
    }
  });

  it("is the only sheet of a department that has milestones alone", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(
      (await valueSheetToXlsx({ ...aSheet([]), steps: [aStep(1)] }, "zh-CN")) as unknown as ArrayBuffer,
    );
    expect(book.worksheets.map(({ name }) => name)).toEqual(["里程碑节点"]);
  });

  it("has rows as high as their text, whatever the length of the hidden key", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(
      (await valueSheetToXlsx({ ...aSheet([]), steps: [aStep(1_000_000_000)] }, "zh-CN")) as unknown as ArrayBuffer,
    );
    expect(book.worksheets[0]?.getRow(5).height).toBe(17);
  });

  it("leaves out the key of a step that belongs to another target", () => {
    const found = readText("行标识,目标编号,节点,数据截至日,完成日期\nNT-2#1/s1,NT-1,第1步,2023-09-30,2023/9/5\n");
    expect(found?.map(({ step, texts }) => [step, texts.doneOn])).toEqual([
      [{ title: "第1步", key: null }, "2023-09-05"],
    ]);
  });
});

describe("a value workbook", () => {
  it("prints the English unit of a metric in English", async () => {
    const terms = aTarget({ kind: "cumulative", value: new Decimal(30) });
    const model = aSheet([aRow("NT-1", { terms, unit: "所", unitEn: "schools" })]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await valueSheetToXlsx(model, "en")) as unknown as ArrayBuffer);
    const texts = JSON.stringify(book.worksheets[0]?.getSheetValues());
    expect(texts).toContain('"schools"');
    expect(texts).toContain('"at least 30 schools"');
    expect(texts).not.toContain("所");
  });

  it("lets only the entry cells be changed, and offers the answers as a list", async () => {
    const model = aSheet([aRow("NT-1"), aRow("NT-2", { terms: aTarget({ kind: "yes-no" }), unit: "", unitEn: null })]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await valueSheetToXlsx(model, "zh-CN")) as unknown as ArrayBuffer);
    const [sheet] = book.worksheets;
    const header = sheet?.getRow(4);
    const open: string[] = [];
    sheet?.getRow(5).eachCell({ includeEmpty: true }, (cell, column) => {
      if (cell.protection?.locked === false) open.push(String(header?.getCell(column).value));
    });
    const entries = ENTRY_COLUMNS.filter((one) => !["doneOn", "numerator", "denominator", "peers"].includes(one));
    expect(open).toEqual(entries.map((column) => VALUE_HEADINGS[column][0]));
    expect((sheet as unknown as { sheetProtection: { sheet: boolean } }).sheetProtection.sheet).toBe(true);
    expect(sheet?.getColumn(1).hidden).toBe(true);
    expect(sheet?.getCell("J6").dataValidation).toMatchObject({ type: "list", formulae: ['"已实现,未实现"'] });
  });
});

it("parses the keys that it writes", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Z0-9-]{1,12}$/u),
      fc.nat(9999),
      fc.option(fc.stringMatching(/^[a-z0-9#/-]{1,12}$/u)),
      (code, termsVersion, stepKey) => {
        expect(parseRowKey(rowKey(code, termsVersion, stepKey))).toEqual({ code, termsVersion, stepKey });
      },
    ),
  );
});
