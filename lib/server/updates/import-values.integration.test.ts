import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { valueSheetToXlsx } from "@/lib/exports/value-sheet/xlsx";
import { VALUE_HEADINGS, type ValueColumn } from "@/lib/imports/values/value-columns";
import { db } from "@/lib/server/db/client";
import type { ImportPreview } from "@/lib/server/sheet-import";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { approveUpdate } from "./decisions";
import { importValues, previewValueImport } from "./import-values";
import { submitUpdate } from "./mutations";
import { prepareValueSheet } from "./value-sheet";

/** Copies of a cumulative target in 亿元 that takes reports, V-001 to V-300. */
async function loadManyTargets(): Promise<void> {
  await loadPageAndPeople();
  await db.$executeRaw`
    INSERT INTO target SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
      'code', 'V-' || lpad(n::text, 3, '0'), 'title', '第' || n || '项投资', 'search_text', 'v-' || n))).*
    FROM target t, generate_series(1, 300) AS n WHERE t.code = 'NT-T02'`;
}
beforeAll(loadManyTargets, 120_000);
vi.setConfig({ testTimeout: 60_000 });

const DAY = "2023-10-09";
const reporter = () => as("demo-transport-reporter", DAY);

type Cells = Partial<Record<ValueColumn, ExcelJS.CellValue>>;

async function downloaded(slug = "transport"): Promise<ExcelJS.Workbook> {
  const sheet = await prepareValueSheet(slug, await reporter());
  if (sheet === null) throw new Error("no workbook");
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await valueSheetToXlsx(sheet, "zh-CN")) as unknown as ArrayBuffer);
  return book;
}

/** Fills the cells of rows by code. */
function fill(book: ExcelJS.Workbook, rows: Readonly<Record<string, Cells>>): void {
  const [sheet] = book.worksheets;
  let places = new Map<string, number>();
  sheet?.eachRow((row) => {
    const texts = Array.from(row.values as ExcelJS.CellValue[], (one) => String(one ?? ""));
    if (texts.includes(VALUE_HEADINGS.code[0])) places = new Map(texts.map((text, index) => [text, index]));
    const cells = rows[texts[places.get(VALUE_HEADINGS.code[0]) ?? 0] ?? ""];
    for (const [column, value] of Object.entries(cells ?? {})) {
      row.getCell(places.get(VALUE_HEADINGS[column as ValueColumn][0]) ?? 0).value = value;
    }
  });
}

async function fileOf(book: ExcelJS.Workbook) {
  return { bytes: new Uint8Array(await book.xlsx.writeBuffer()), lang: "zh-CN" as const };
}

async function filled(rows: Readonly<Record<string, Cells>>) {
  const book = await downloaded();
  fill(book, rows);
  return fileOf(book);
}

const codeOf = (n: number) => `V-${String(n).padStart(3, "0")}`;

function outcomes({ lines }: ImportPreview): string[] {
  return lines.map(({ outcome, text, why, problems = [] }) =>
    [text.split(" ")[0], outcome, why, ...problems.map(({ cell, kind }) => `${cell} ${kind}`)]
      .filter((part) => part !== null)
      .join(" "),
  );
}

const counts = ({ lines }: ImportPreview) =>
  ["added", "changed", "same", "conflict", "refused"].map(
    (one) => lines.filter(({ outcome }) => outcome === one).length,
  );

const draftsOf = (prefix: string) =>
  db.update.findMany({
    where: { state: "draft", target: { code: { startsWith: prefix } } },
    include: { target: { select: { code: true } } },
  });

describe("importing a value workbook", () => {
  it("makes 290 drafts of 300 rows, names the cells of the other 10, and nothing new the second time", async () => {
    const bad: Readonly<Record<number, Cells>> = {
      10: { value: "待定" },
      20: { value: "12人" },
      30: { value: "1、2" },
      40: { asOf: "9月底", value: 5 },
      50: { asOf: "2023-12-31", value: 5 },
      60: { asOf: "2022-12-31", value: 5 },
      70: { value: 1.1234567 },
      80: { value: { error: "#REF!" } },
      90: { value: 1e16 },
      100: { code: "V-999", value: 7 },
    };
    const rows = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [codeOf(index + 1), bad[index + 1] ?? { value: 100 + index }]),
    );
    const file = await filled(rows);
    const preview = done(await previewValueImport(file, await reporter()));
    expect(counts(preview)).toEqual([290, 0, 0, 0, 10]);
    const refused = { ...preview, lines: preview.lines.filter(({ outcome }) => outcome === "refused") };
    expect(outcomes(refused).map((one) => one.replace(/[A-Z]+\d+ /u, ""))).toEqual([
      "V-010 refused not-a-number",
      "V-020 refused wrong-unit",
      "V-030 refused not-a-number",
      "V-040 refused not-a-date",
      "V-050 refused in-the-future",
      "V-060 refused before-start",
      "V-070 refused too-many-decimals",
      "V-080 refused not-a-number",
      "V-090 refused too-large",
      "V-999 refused unknown-target",
    ]);
    expect(refused.lines[0]?.problems?.[0]?.cell).toMatch(/^J\d+$/u);
    expect(refused.lines[1]?.problems?.[0]?.text).toBe("单位不符，请按“亿元”填写");
    done(await importValues(file, { digest: preview.digest, submits: false }, await reporter()));
    const drafts = await draftsOf("V-");
    expect(drafts).toHaveLength(290);
    expect(drafts.find(({ target }) => target.code === "V-001")?.value?.toFixed()).toBe("100");
    const again = done(await previewValueImport(file, await reporter()));
    expect(counts(again)).toEqual([0, 0, 290, 0, 10]);
    expect([again.count, again.submits]).toEqual([0, 290]);
  });

  it("changes the drafts of a corrected file, keeps what its cells leave blank, and submits", async () => {
    const first = await filled({ "V-001": { value: 101, note: "按月统计" } });
    const changed = done(await previewValueImport(first, await reporter()));
    expect(changed.lines.find(({ text }) => text.startsWith("V-001"))).toMatchObject({
      outcome: "changed",
      was: "100亿元 · 2023年9月30日",
    });
    done(await importValues(first, { digest: changed.digest, submits: false }, await reporter()));
    const file = await filled({ "V-001": { value: 102, note: null } });
    const { digest } = done(await previewValueImport(file, await reporter()));
    done(await importValues(file, { digest, submits: true }, await reporter()));
    const sent = await db.update.findFirstOrThrow({ where: { state: "submitted", target: { code: "V-001" } } });
    expect([sent.value?.toFixed(), sent.note]).toEqual(["102", "按月统计"]);
    // All other rows of the file were drafts already, and are submitted with it.
    expect(await draftsOf("V-")).toHaveLength(0);
    const again = done(await previewValueImport(file, await reporter()));
    expect([again.count, again.submits]).toEqual([0, 0]);
  });

  it("names a day with another value that waits or is approved as a conflict", async () => {
    const file = await fileOf(await downloaded());
    // The workbook leaves out what is submitted: a row of an older workbook still has it.
    expect(await previewValueImport(file, await reporter())).toMatchObject({
      error: { errors: { file: "nothing-filled-in" } },
    });
    const table = "目标编号,数据截至日,完成值\nV-001,2023-09-30,500\nV-001,2023-08-31,80\n";
    const text = { bytes: new TextEncoder().encode(table), lang: "zh-CN" as const };
    const preview = done(await previewValueImport(text, await reporter()));
    expect(outcomes(preview)).toEqual(["V-001 conflict waits-otherwise", "V-001 added"]);
    // The reviewer approves it: the value of the workbook is a conflict with an approved one, and changes nothing.
    const waiting = await db.update.findFirstOrThrow({ where: { target: { code: "V-001" }, state: "submitted" } });
    const reviewer = await as("demo-transport-reviewer", "2023-10-09");
    done(await approveUpdate({ updateId: waiting.id, version: waiting.version }, reviewer));
    const later = done(await previewValueImport(text, await reporter()));
    expect(outcomes(later)[0]).toBe("V-001 conflict approved-otherwise");
    expect([later.lines[0]?.was === null, later.lines[0]?.href]).toEqual([false, "/targets/V-001"]);
  });

  it("names a target whose terms were revised after the download", async () => {
    const book = await downloaded();
    const target = await db.target.findUniqueOrThrow({ where: { code: "NT-T02" } });
    await db.revision.create({
      data: {
        targetId: target.id,
        revisedAt: new Date("2023-10-08T02:00:00Z"),
        before: {},
        after: {},
        reason: "调整",
        authority: "通政发〔2023〕1号",
        authorId: "demo-supervisor",
      },
    });
    fill(book, { "NT-T02": { value: 300 } });
    const preview = done(await previewValueImport(await fileOf(book), await reporter()));
    expect(outcomes(preview).filter((one) => one.startsWith("NT-T02 "))).toEqual([
      "NT-T02 conflict 目标已于2023年10月8日调整，现为：402亿元。请重新下载填报表。",
    ]);
    expect(preview.lines.find(({ outcome }) => outcome === "conflict")?.href).toBe("/targets/NT-T02");
    expect(preview.count).toBe(0);
  });

  it("warns of values that a reviewer would question, and submits none without its reason", async () => {
    const input = { requestKey: crypto.randomUUID(), asOf: "2023-08-31", value: "200" };
    const { updateId } = done(await submitUpdate("V-300", input, await as("demo-transport-reporter", "2023-09-05")));
    await db.update.update({
      where: { id: updateId },
      data: { state: "approved", decidedAt: new Date("2023-09-06T02:00:00Z"), reviewerId: "demo-transport-reviewer" },
    });
    const table = "目标编号,数据截至日,完成值,说明\nV-300,2023-10-05,150,\n";
    const file = { bytes: new TextEncoder().encode(table), lang: "zh-CN" as const };
    const preview = done(await previewValueImport(file, await reporter()));
    expect(outcomes(preview)).toEqual(["V-300 added D2 decrease-needs-reason C2 outlier-decrease"]);
    expect([preview.count, preview.submits, preview.drafts]).toEqual([1, 0, 1]);
  });

  it("reads a department's own layout", async () => {
    const table = [
      "2023年9月重点工作进展情况",
      "序号,目标任务,责任单位,单位,全年目标,1-9月累计完成,存在问题",
      "1,第10项投资,市交通运输局,亿元,402,310.5,用地指标不足",
      "2,第20项投资,市交通运输局,亿元,402,见附件,",
    ].join("\n");
    const file = { bytes: new TextEncoder().encode(table), lang: "zh-CN" as const };
    const preview = done(await previewValueImport(file, await reporter()));
    expect(outcomes(preview)).toEqual(["V-010 added", "V-020 refused F4 not-a-number"]);
    done(await importValues(file, { digest: preview.digest, submits: false }, await reporter()));
    const [draft] = await draftsOf("V-010");
    expect([draft?.value?.toFixed(), draft?.problems]).toEqual(["310.5", "用地指标不足"]);
  });

  it("writes only for targets on which the actor may report, and needs the confirmed preview", async () => {
    const table = "目标编号,数据截至日,完成值\nNT-T01,2023-09-30,3\n";
    const file = { bytes: new TextEncoder().encode(table), lang: "zh-CN" as const };
    const elsewhere = await as("demo-commerce-reporter", DAY);
    const preview = done(await previewValueImport(file, elsewhere));
    expect(outcomes(preview)).toEqual(["NT-T01 refused A2 cannot-report"]);
    expect(await importValues(file, { digest: preview.digest, submits: true }, elsewhere)).toMatchObject({ ok: false });
    expect(await importValues(file, { digest: "other", submits: false }, await reporter())).toMatchObject({
      error: { kind: "conflict" },
    });
    for (const user of ["demo-supervisor", "demo-transport-reviewer"]) {
      expect(await previewValueImport(file, await as(user, DAY))).toMatchObject({ error: { kind: "forbidden" } });
    }
    expect(await prepareValueSheet("transport", elsewhere)).toBeNull();
    expect((await prepareValueSheet("transport", await as("demo-supervisor", DAY)))?.rows[0]?.entered).toBeNull();
  });
});
