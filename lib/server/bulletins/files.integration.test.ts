import { spawn } from "node:child_process";
import { once } from "node:events";
import ExcelJS from "exceljs";
import JSZip from "jszip";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { bulletinDocument } from "@/lib/bulletins/document";
import { LIGHTS_BEHIND } from "@/lib/domain/targets/standing";
import { LIGHTS } from "@/lib/domain/targets/types";
import { getTranslator } from "@/lib/i18n/translator";
import { bulletinTextSchema, type FileFormat } from "@/lib/schemas/bulletin";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { files } from "@/lib/server/files/storage";
import { openWorkerQueue } from "@/lib/server/jobs/queue";
import { aBulletin, correct, DAY, loadYearAndPeople, read } from "@/testing/bulletins";
import { as, done } from "@/testing/people";
import { readTexts } from "@/testing/read-texts";
import { cancelFile, fileStamp, listCurrentFiles, requestFile } from "./files";
import { generateFile, workOnBulletinFiles } from "./generate-file";
import { editBulletinText } from "./mutations";

beforeAll(loadYearAndPeople, 120_000);

/** Files are generated at the lowest priority, which is slow on a busy machine. */
const LIMIT_MS = 240_000;

const WORKER = ["--conditions=react-server", "--import", "tsx", "scripts/worker.ts"];

/** A requested file without a job. */
async function addFile(
  id: string,
  format: FileFormat,
  lang: "zh-CN" | "en",
  { viewedOn = new Date(DAY), ...other }: Partial<Prisma.BulletinFileUncheckedCreateInput> = {},
) {
  const stamp = fileStamp(await read(id));
  const now = new Date();
  const request = { stamp, requestedById: "demo-supervisor", viewedOn, requestedAt: now, aliveAt: now };
  return db.bulletinFile.create({ data: { bulletinId: id, format, lang, ...request, ...other } });
}

/** Generated in this process, without the queue. */
async function generate(id: string, format: FileFormat, lang: "zh-CN" | "en") {
  const file = await addFile(id, format, lang, { stamp: `${fileStamp(await read(id))}-here` });
  await generateFile(file.id);
  return db.bulletinFile.findUniqueOrThrow({ where: { id: file.id } });
}

async function bytesOf(record: { readonly storageKey: string | null }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await files().read(record.storageKey ?? "")) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

describe("content", () => {
  test("Word: headings, real tables, a captioned picture for each target, and the standard's typefaces", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const { bulletin, errata } = await read(id);
    const zip = await JSZip.loadAsync(await bytesOf(await generate(id, "docx", "zh-CN")));
    const xml = (await zip.file("word/document.xml")?.async("string")) ?? "";
    // One for each section, and one for the charts behind them.
    expect(xml.match(/<w:pStyle w:val="level1"\/>/g)?.length).toBe(
      bulletinDocument(bulletin, errata, "zh-CN").sections.length + 1,
    );
    // A heading without an outline level is missing from the table of contents.
    const styles = (await zip.file("word/styles.xml")?.async("string")) ?? "";
    for (const [style, level] of [
      ["Heading1", 0],
      ["Heading2", 1],
    ]) {
      expect(styles).toMatch(new RegExp(`w:styleId="${style}">(?:(?!</w:style>).)*<w:outlineLvl w:val="${level}"/>`));
    }
    expect(xml.match(/<w:footerReference [^>]*w:type="even"/g)?.length).toBeGreaterThanOrEqual(3);
    expect(xml.match(/<w:tbl>/g)?.length).toBeGreaterThanOrEqual(3);
    const drawn = bulletin.facts.rows.filter((row) => row.light !== "unset");
    expect(xml.match(/<wp:docPr [^>]*descr="[^"]+"/g)).toHaveLength(drawn.length);
    expect(styles).toContain("方正小标宋简体");
    for (const text of ["附件：1. 目标进展一览表", "图1　", "印发"]) expect(xml).toContain(text);
    // The cut-off and the note on sample data are a footnote, not text of the bulletin.
    expect(await zip.file("word/footnotes.xml")?.async("string")).toContain("数据截止日：2023年6月10日");
    expect(xml).not.toContain("数据截止日：");
    expect(xml.match(/<w:footnoteReference /g)).toHaveLength(1);
    expect(await zip.file("word/fontTable.xml")?.async("string")).toContain('w:altName w:val="仿宋"');
  }, 300_000);

  test("an edited section prints as paragraphs in Word, PDF and PowerPoint; a long one gets a separate slide", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const about = { id, lang: "zh-CN", key: "summary" } as const;
    const short = {
      ...about,
      version: 1,
      text: bulletinTextSchema.shape.text.parse("第一段。\r\n\r\n  第二段。\u000b第三段。"),
    };
    done(await editBulletinText(short, await as("demo-supervisor")));
    const slidesOf = async (bytes: Buffer) =>
      Object.keys((await JSZip.loadAsync(bytes)).files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
        .length;
    const three = ["第一段。", "第二段。", "第三段。"];
    let slides = 0;
    for (const format of ["docx", "pdf", "pptx"] as const) {
      const bytes = await bytesOf(await generate(id, format, "zh-CN"));
      // In the PDF, the mark of the notes is text.
      const texts = (await readTexts(format, new Uint8Array(bytes))).map((text) => text.replace(/①$/, ""));
      expect(
        texts.filter((text) => /^第.段。$/.test(text)),
        format,
      ).toEqual(three);
      if (format === "pptx") slides = await slidesOf(bytes);
    }
    const long = { ...about, version: 2, text: Array(12).fill("各部门要对照目标查找差距，".repeat(12)).join("\n") };
    done(await editBulletinText(long, await as("demo-supervisor")));
    expect(await slidesOf(await bytesOf(await generate(id, "pptx", "zh-CN")))).toBe(slides + 1);
  }, 300_000);

  test("the template chooses which targets have a chart, in the file and in its progress", async () => {
    const record = await db.bulletinTemplate.findUniqueOrThrow({ where: { key: "monthly" } });
    const body = record.body as Prisma.InputJsonObject;
    for (const charts of ["behind", "none"]) {
      await db.bulletinTemplate.update({ where: { key: "monthly" }, data: { body: { ...body, charts } } });
      const { id } = await aBulletin();
      const file = await generate(id, "docx", "zh-CN");
      const zip = await JSZip.loadAsync(await bytesOf(file));
      const pictures = Object.keys(zip.files).filter((name) => /^word\/media\/.+\.png$/.test(name));
      const { bulletin } = await read(id);
      const behind = bulletin.facts.rows.filter(({ light }) => LIGHTS_BEHIND.includes(light));
      expect(pictures, charts).toHaveLength(charts === "none" ? 0 : behind.length);
    }
    await db.bulletinTemplate.update({ where: { key: "monthly" }, data: { body } });
  }, 300_000);

  test("Excel: the summary counts the annex by formulas", async () => {
    const { id } = await aBulletin();
    const { bulletin } = await read(id);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await bytesOf(await generate(id, "xlsx", "zh-CN"))) as never);
    const [summary, annex] = workbook.worksheets;
    expect(annex?.autoFilter).toBeDefined();
    expect(annex?.views[0]).toMatchObject({ state: "frozen" });
    expect(annex?.actualRowCount).toBe(bulletin.facts.rows.length + 4);
    const total = summary?.lastRow?.getCell(2).value as { formula: string; result: number };
    expect(total.formula).toMatch(/^SUM\(/);
    expect(total.result).toBe(bulletin.facts.rows.length);
    // What the formulas will count: each light's word occurs in the annex as often as the summary states.
    const words = annex?.getColumn(9).values.slice(5) ?? [];
    const shown = summary?.getRow(4).values as string[];
    for (const [index, header] of shown.slice(3).entries()) {
      // The library reads a result of 0 as none.
      const cell = summary?.lastRow?.getCell(index + 3).value as { result?: number } | undefined;
      // A heading has the sign and its words on lines of their own.
      const [, ...lines] = header.split("\n");
      expect(words.filter((word) => word === lines.join(""))).toHaveLength(cell?.result ?? 0);
    }
  }, 300_000);

  test("Excel: colours by the light's word, and a page setup that prints each sheet on A4 landscape", async () => {
    const { id } = await aBulletin();
    const { bulletin } = await read(id);
    const bytes = await bytesOf(await generate(id, "xlsx", "en"));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as never);
    const [summary, annex] = workbook.worksheets as (ExcelJS.Worksheet & {
      conditionalFormattings: { ref: string; rules: { formulae: string[]; style: { font: { color: object } } }[] }[];
    })[];
    const last = bulletin.facts.rows.length + 4;
    const [lights] = annex?.conditionalFormattings ?? [];
    expect(lights?.ref).toBe(`I5:I${last}`);
    expect(lights?.rules.map(({ formulae }) => formulae[0])).toEqual(
      LIGHTS.map((light) => `$I5="${getTranslator("en")(`bulletin.pace.${light}`)}"`),
    );
    expect(lights?.rules[LIGHTS.indexOf("far-behind")]?.style.font.color).toEqual({ argb: "FFB32D18" });
    for (const sheet of [summary, annex]) {
      expect(sheet?.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: "landscape",
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: "4:4",
      });
      expect(sheet?.headerFooter.oddFooter).toBe("&C— &P —");
    }
    const zip = await JSZip.loadAsync(bytes);
    const book = (await zip.file("xl/workbook.xml")?.async("string")) ?? "";
    // A row without $ would move with the cell that is selected when the file opens.
    expect(book).toMatch(new RegExp(`_xlnm\\.Print_Area" localSheetId="1">[^<]*!\\$A\\$1:\\$L\\$${last}<`));
    // Rows are as tall as their longest text.
    const long = annex?.getRow(bulletin.facts.rows.findIndex((row) => row.title.en.length > 60) + 5);
    expect(long?.height).toBeGreaterThanOrEqual(30);
  }, 300_000);

  test("every file shows later corrections next to the printed values", async () => {
    const { id } = await aBulletin();
    const { bulletin } = await read(id);
    const row = bulletin.facts.rows.find((one) => one.kind === "level" && one.updateId !== null);
    if (row === undefined) throw new Error("no value to correct");
    await correct(row, "年度统计公报修订");
    const { errata } = await read(id);
    const erratum = errata.find(({ code }) => code === row.code);
    const [printed, corrected] = [erratum?.printed["zh-CN"] ?? "", erratum?.corrected?.["zh-CN"] ?? ""];
    expect(corrected).not.toBe(printed);

    const docx = await JSZip.loadAsync(await bytesOf(await generate(id, "docx", "zh-CN")));
    const words = ((await docx.file("word/document.xml")?.async("string")) ?? "").replace(/<[^>]+>/g, "|");
    const section = words.slice(words.indexOf("|勘误|"), words.indexOf("请各责任部门"));
    for (const text of [printed, corrected, "年度统计公报修订"]) expect(section).toContain(`|${text}|`);

    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await bytesOf(await generate(id, "xlsx", "zh-CN"))) as never);
    const sheet = workbook.getWorksheet("勘误");
    const lines = sheet?.getSheetValues().map((line) => (line as string[] | undefined)?.slice(1, 4)) ?? [];
    expect(lines).toContainEqual([row.title["zh-CN"], printed, corrected]);
    // The annex still contains the printed value.
    const annex = workbook.worksheets[1]?.getSheetValues() as (ExcelJS.CellValue[] | undefined)[];
    expect(annex.find((one) => one?.[1] === row.code)?.[7]).toBe(Number(row.value));

    const pptx = await JSZip.loadAsync(await bytesOf(await generate(id, "pptx", "zh-CN")));
    const slides = Object.keys(pptx.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    const texts = await Promise.all(slides.map(async (name) => (await pptx.file(name)?.async("string")) ?? ""));
    expect(texts.filter((text) => text.includes("年度统计公报修订") && text.includes(corrected))).toHaveLength(1);

    // Bookmarks are UTF-16BE, each byte raw or escaped with \\.
    const pdf = (await bytesOf(await generate(id, "pdf", "zh-CN"))).toString("latin1");
    expect(pdf).toContain(`\u00fe\u00ff${Buffer.from("勘误", "utf16le").swap16().toString("latin1")}`);

    const zip = await JSZip.loadAsync(await bytesOf(await generate(id, "zip", "zh-CN")));
    const json = JSON.parse((await zip.file("bulletin.json")?.async("string")) ?? "{}");
    expect(json.errata).toEqual(JSON.parse(JSON.stringify(errata)));
    expect(json.rows.find((one: { code: string }) => one.code === row.code).value).toBe(row.value);
  }, 300_000);

  test("PowerPoint: a slide for each target with data, with charts that can be edited", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const { bulletin } = await read(id);
    const zip = await JSZip.loadAsync(await bytesOf(await generate(id, "pptx", "en")));
    const names = Object.keys(zip.files);
    const slides = names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    const targets = bulletin.facts.rows.filter((row) => row.light !== "unset").length;
    // The summary and each target have a chart, with its text next to it.
    const texts = await Promise.all(slides.map(async (name) => (await zip.file(name)?.async("string")) ?? ""));
    const charts = texts.flatMap((text) => text.match(/<p:cNvPr [^>]*name="Chart[^>]*>/g) ?? []);
    expect(charts).toHaveLength(targets + 1);
    // What is behind, overdue, changed and due, and the errata of the tests before this one.
    const tables = texts.filter((text) => text.includes("<a:tbl>") && !text.includes('name="Chart'));
    expect(tables.filter((text) => text.includes(getTranslator("en")("bulletin.headings.behind"))).length).toBe(1);
    expect(slides).toHaveLength(targets + 2 + tables.length);
    for (const chart of charts) expect(chart).toMatch(/descr="[^"]{10,}"/);
  }, 300_000);

  test("PDF: bookmarks and an embedded font", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const text = (await bytesOf(await generate(id, "pdf", "zh-CN"))).toString("latin1");
    expect(text).toMatch(/\/Outlines/);
    expect(text).toMatch(/\/FontFile2/);
  }, 300_000);

  test("the data package contains the rows, the same as JSON, and the codebook", async () => {
    const { id } = await aBulletin();
    const { bulletin } = await read(id);
    const zip = await JSZip.loadAsync(await bytesOf(await generate(id, "zip", "en")));
    const csv = (await zip.file("targets.csv")?.async("string")) ?? "";
    const json = JSON.parse((await zip.file("bulletin.json")?.async("string")) ?? "{}");
    const codebook = (await zip.file("codebook.csv")?.async("string")) ?? "";
    expect(json.rows).toHaveLength(bulletin.facts.rows.length);
    // Column names are the same in every language.
    expect(codebook).toMatch(/^\ufeffcolumn,unit,meaning\r\n/);
    for (const column of csv.replace("\ufeff", "").split("\r\n")[0]?.split(",") ?? []) {
      expect(codebook).toContain(`\n${column},`);
    }
  });
});

describe("requesting and generating", () => {
  const stored = (fileId: string) => db.bulletinFile.findUniqueOrThrow({ where: { id: fileId } });
  const becomes = (fileId: string, state: string) =>
    expect.poll(async () => (await stored(fileId)).state, { timeout: LIMIT_MS, interval: 250 }).toBe(state);
  const shown = async (id: string, fileId: string) =>
    (await listCurrentFiles(await read(id))).find((file) => file.id === fileId);

  async function withWorker(work: () => Promise<void>): Promise<void> {
    const queue = await openWorkerQueue(process.env.DATABASE_URL ?? "");
    await workOnBulletinFiles(queue);
    await work().finally(() => queue.stop({ graceful: false }));
  }

  test("a requested file waits while no worker runs, and is generated when one starts", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const context = await as("demo-supervisor");
    const request = { id, format: "zip", lang: "zh-CN" } as const;
    const { fileId } = done(await requestFile(request, context));
    expect(await shown(id, fileId)).toMatchObject({ state: "requested", isStalled: true });
    expect(done(await requestFile(request, context)).fileId).toBe(fileId);
    await withWorker(async () => {
      await becomes(fileId, "ready");
      expect(await shown(id, fileId)).toMatchObject({ state: "ready", failure: null, isStalled: false });
      const next = done(await requestFile({ ...request, format: "xlsx" }, context));
      expect(await shown(id, next.fileId)).toMatchObject({ isStalled: false });
      await becomes(next.fileId, "ready");
    });
    expect(done(await requestFile(request, context)).fileId).toBe(fileId);
  }, 300_000);

  test("a file whose job was lost is queued again when a worker starts, for the day that its requester viewed", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const row = (await read(id)).bulletin.facts.rows.find((one) => one.updateId !== null && one.value !== null);
    if (row === undefined) throw new Error("no value to correct");
    await correct(row, "修订");
    const { id: before } = await addFile(id, "zip", "en", { viewedOn: new Date("2023-06-15"), stamp: "before" });
    const { id: after } = await addFile(id, "zip", "en");
    await withWorker(async () => {
      await becomes(before, "ready");
      await becomes(after, "ready");
    });
    const correctedIn = async (fileId: string) => {
      const zip = await JSZip.loadAsync(await bytesOf(await stored(fileId)));
      const { errata } = JSON.parse((await zip.file("bulletin.json")?.async("string")) ?? "{}");
      return errata.some(({ code }: { code: string }) => code === row.code);
    };
    expect([await correctedIn(before), await correctedIn(after)]).toEqual([false, true]);
  }, 300_000);

  test("a cancelled file is not generated, and leaves no bytes", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const context = await as("demo-supervisor");
    const { fileId } = done(await requestFile({ id, format: "docx", lang: "zh-CN" }, context));
    done(await cancelFile(fileId, context));
    await generateFile(fileId);
    expect(await stored(fileId)).toMatchObject({ state: "cancelled", storageKey: null });
  });

  test("cancelling stops a file that is being generated", async () => {
    const { id } = await aBulletin();
    const context = await as("demo-supervisor");
    const { id: fileId } = await addFile(id, "docx", "zh-CN");
    const generating = generateFile(fileId);
    await expect.poll(async () => (await stored(fileId)).done, { timeout: LIMIT_MS, interval: 20 }).toBeGreaterThan(0);
    done(await cancelFile(fileId, context));
    await generating;
    expect(await stored(fileId)).toMatchObject({ state: "cancelled", storageKey: null });
    expect(await files().fileExists(`bulletins/${fileId}.docx`)).toBe(false);
  }, 300_000);

  test("fails with a reason when its requester can no longer read the bulletin", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const { id: fileId } = await addFile(id, "zip", "zh-CN", { requestedById: "demo-commerce-reporter" });
    await generateFile(fileId);
    expect(await shown(id, fileId)).toMatchObject({ state: "failed", failure: "no-access" });
  });

  test("returns not-found for text that is not the id of a file", async () => {
    const context = await as("demo-supervisor");
    for (const text of ["", "x", "-".repeat(36)])
      expect(await cancelFile(text, context)).toEqual({ ok: false, error: { kind: "not-found" } });
  });

  test("returns not-found to a person who may not read the bulletin", async () => {
    const { id } = await aBulletin();
    const request = { id, format: "zip", lang: "en" } as const;
    expect(await requestFile(request, await as("demo-commerce-reporter"))).toEqual({
      ok: false,
      error: { kind: "not-found" },
    });
  });

  describe("when the worker is killed", () => {
    const long = () => new Date(Date.now() - 120_000);
    let id: string;
    let fileId: string;

    beforeAll(async () => {
      ({ id } = await aBulletin());
      ({ id: fileId } = await addFile(id, "docx", "en"));
      const worker = spawn(process.execPath, WORKER, { stdio: "ignore", env: process.env });
      const ended = once(worker, "exit");
      await vi.waitUntil(async () => (await stored(fileId)).done > 0, { timeout: LIMIT_MS, interval: 20 });
      worker.kill("SIGKILL");
      await ended;
    }, 300_000);

    test("no incomplete file has the name of the download", async () => {
      expect(await stored(fileId)).toMatchObject({ state: "generating", storageKey: null });
      expect(await files().fileExists(`bulletins/${fileId}.docx`)).toBe(false);
    });

    test("the file is shown as failed after a minute without progress, and the retried job generates it", async () => {
      expect(await shown(id, fileId)).toMatchObject({ state: "generating" });
      await generateFile(fileId);
      expect((await stored(fileId)).state, "another worker may still be generating it").toBe("generating");
      await db.bulletinFile.update({ where: { id: fileId }, data: { aliveAt: long() } });
      expect(await shown(id, fileId)).toMatchObject({ state: "failed", failure: "worker-ended" });
      await generateFile(fileId);
      expect(await stored(fileId)).toMatchObject({ state: "ready" });
    }, 300_000);

    test("a new request replaces it and deletes the unfinished bytes", async () => {
      const { id: left } = await addFile(id, "pdf", "en", { state: "generating", aliveAt: long() });
      await files().write(`bulletins/${left}.pdf.part`, Buffer.from("half"));
      const request = { id, format: "pdf", lang: "en" } as const;
      const { fileId: next } = done(await requestFile(request, await as("demo-supervisor")));
      expect(next).not.toBe(left);
      expect(await stored(left)).toMatchObject({ state: "failed", failure: "worker-ended", storageKey: null });
      expect(await files().fileExists(`bulletins/${left}.pdf.part`)).toBe(false);
    });
  });
});
