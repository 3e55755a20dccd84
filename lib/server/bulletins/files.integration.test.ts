import { spawn } from "node:child_process";
import { once } from "node:events";
import ExcelJS from "exceljs";
import JSZip from "jszip";
import { beforeAll, describe, expect, test } from "vitest";
import { bulletinDocument } from "@/lib/bulletins/document";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { LIGHTS } from "@/lib/domain/targets/types";
import { getTranslator } from "@/lib/i18n/translator";
import { bulletinTextSchema, type FileFormat } from "@/lib/schemas/bulletin";
import { clockOn } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { files } from "@/lib/server/files/storage";
import { aBulletin, correct, DAY, loadYearAndPeople, read } from "@/testing/bulletins";
import { as, done } from "@/testing/people";
import { readTexts } from "@/testing/read-texts";
import { cancelFile, currentFiles, fileStamp, makeFile, makerArguments, requestFile } from "./files";
import { editBulletinText } from "./mutations";

beforeAll(loadYearAndPeople, 120_000);

/** Files are made at the lowest priority: on a busy machine that takes its time. */
const PATIENCE = 240_000;

/** Made here and now, without waiting for the process of its own. */
async function make(id: string, format: FileFormat, lang: "zh-CN" | "en") {
  const view = await read(id);
  const now = new Date();
  const file = await db.bulletinFile.create({
    data: {
      bulletinId: id,
      format,
      lang,
      stamp: `${fileStamp(view)}-here`,
      requestedById: "demo-supervisor",
      requestedAt: now,
      aliveAt: now,
    },
  });
  await makeFile(file.id, DAY);
  return db.bulletinFile.findUniqueOrThrow({ where: { id: file.id } });
}

async function bytesOf(record: { readonly storageKey: string | null }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await files().read(record.storageKey ?? "")) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

describe("what stands in them", () => {
  test("Word: headings, real tables, a picture with its words for each target, and the standard's faces", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const { bulletin, errata } = await read(id);
    const zip = await JSZip.loadAsync(await bytesOf(await make(id, "docx", "zh-CN")));
    const xml = (await zip.file("word/document.xml")?.async("string")) ?? "";
    // One for each section, and one for the charts behind them.
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBe(
      bulletinDocument(bulletin, errata, "zh-CN").sections.length + 1,
    );
    // Without a level of its own in the outline a heading is in no list of contents.
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
    expect(xml).toContain("方正小标宋简体");
    expect(await zip.file("word/fontTable.xml")?.async("string")).toContain('w:altName w:val="仿宋"');
  }, 300_000);

  test("a reworded section prints as paragraphs in Word, PDF and PowerPoint; a long one on a slide of its own", async () => {
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
      const bytes = await bytesOf(await make(id, format, "zh-CN"));
      const paragraphs = (await readTexts(format, new Uint8Array(bytes))).filter((text) => /^第.段。$/.test(text));
      expect(paragraphs, format).toEqual(three);
      if (format === "pptx") slides = await slidesOf(bytes);
    }
    const long = { ...about, version: 2, text: Array(12).fill("各部门要对照目标查找差距，".repeat(12)).join("\n") };
    done(await editBulletinText(long, await as("demo-supervisor")));
    expect(await slidesOf(await bytesOf(await make(id, "pptx", "zh-CN")))).toBe(slides + 1);
  }, 300_000);

  test("Excel: the summary counts the annex by formulas", async () => {
    const { id } = await aBulletin();
    const { bulletin } = await read(id);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await bytesOf(await make(id, "xlsx", "zh-CN"))) as never);
    const [summary, annex] = workbook.worksheets;
    expect(annex?.autoFilter).toBeDefined();
    expect(annex?.views[0]).toMatchObject({ state: "frozen" });
    expect(annex?.actualRowCount).toBe(bulletin.facts.rows.length + 4);
    const total = summary?.lastRow?.getCell(2).value as { formula: string; result: number };
    expect(total.formula).toMatch(/^SUM\(/);
    expect(total.result).toBe(bulletin.facts.rows.length);
    // What the formulas will count: each light's word stands in the annex as often as the summary says.
    const words = annex?.getColumn(12).values.slice(5) ?? [];
    const shown = summary?.getRow(4).values as string[];
    for (const [index, header] of shown.slice(3).entries()) {
      // The library reads a result of 0 back as none.
      const cell = summary?.lastRow?.getCell(index + 3).value as { result?: number } | undefined;
      expect(words.filter((word) => word === header.slice(2))).toHaveLength(cell?.result ?? 0);
    }
  }, 300_000);

  test("Excel: colours by the light's word, and a set-up that prints each sheet on A4 across", async () => {
    const { id } = await aBulletin();
    const { bulletin } = await read(id);
    const bytes = await bytesOf(await make(id, "xlsx", "en"));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as never);
    const [summary, annex] = workbook.worksheets as (ExcelJS.Worksheet & {
      conditionalFormattings: { ref: string; rules: { formulae: string[]; style: { font: { color: object } } }[] }[];
    })[];
    const last = bulletin.facts.rows.length + 4;
    const [lights] = annex?.conditionalFormattings ?? [];
    expect(lights?.ref).toBe(`L5:L${last}`);
    expect(lights?.rules.map(({ formulae }) => formulae[0])).toEqual(
      LIGHTS.map((light) => `$L5="${getTranslator("en")(`lights.${light}`)}"`),
    );
    expect(lights?.rules[LIGHTS.indexOf("far-behind")]?.style.font.color).toEqual({ argb: "FFC2361F" });
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
    // A row without $ would move with the cell that is chosen when the file is read.
    expect(book).toMatch(new RegExp(`_xlnm\\.Print_Area" localSheetId="1">[^<]*!\\$A\\$1:\\$N\\$${last}<`));
    // Rows are as tall as their longest text.
    const long = annex?.getRow(bulletin.facts.rows.findIndex((row) => row.title.en.length > 60) + 5);
    expect(long?.height).toBeGreaterThanOrEqual(30);
  }, 300_000);

  test("what was corrected later stands in every file, beside what was printed", async () => {
    const { id } = await aBulletin();
    const { bulletin } = await read(id);
    const row = bulletin.facts.rows.find((one) => one.kind === "level" && one.updateId !== null);
    if (row === undefined) throw new Error("no value to correct");
    await correct(row, "年度统计公报修订");
    const { errata } = await read(id);
    const erratum = errata.find(({ code }) => code === row.code);
    const [printed, corrected] = [erratum?.printed["zh-CN"] ?? "", erratum?.corrected?.["zh-CN"] ?? ""];
    expect(corrected).not.toBe(printed);

    const docx = await JSZip.loadAsync(await bytesOf(await make(id, "docx", "zh-CN")));
    const words = ((await docx.file("word/document.xml")?.async("string")) ?? "").replace(/<[^>]+>/g, "|");
    const section = words.slice(words.indexOf("|勘误|"), words.indexOf("请各责任部门"));
    for (const text of [printed, corrected, "年度统计公报修订"]) expect(section).toContain(`|${text}|`);

    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await bytesOf(await make(id, "xlsx", "zh-CN"))) as never);
    const sheet = workbook.getWorksheet("勘误");
    const lines = sheet?.getSheetValues().map((line) => (line as string[] | undefined)?.slice(1, 4)) ?? [];
    expect(lines).toContainEqual([`${row.code} ${row.title["zh-CN"]}`, printed, corrected]);
    // The annex keeps what was printed.
    const annex = workbook.worksheets[1]?.getSheetValues() as (ExcelJS.CellValue[] | undefined)[];
    expect(annex.find((one) => one?.[1] === row.code)?.[7]).toBe(Number(row.value));

    const pptx = await JSZip.loadAsync(await bytesOf(await make(id, "pptx", "zh-CN")));
    const slides = Object.keys(pptx.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    const texts = await Promise.all(slides.map(async (name) => (await pptx.file(name)?.async("string")) ?? ""));
    expect(texts.filter((text) => text.includes("年度统计公报修订") && text.includes(corrected))).toHaveLength(1);

    // Bookmarks are UTF-16, big end first, each byte as it is or behind a \\.
    const pdf = (await bytesOf(await make(id, "pdf", "zh-CN"))).toString("latin1");
    expect(pdf).toContain(`\u00fe\u00ff${Buffer.from("勘误", "utf16le").swap16().toString("latin1")}`);

    const zip = await JSZip.loadAsync(await bytesOf(await make(id, "zip", "zh-CN")));
    const json = JSON.parse((await zip.file("bulletin.json")?.async("string")) ?? "{}");
    expect(json.errata).toEqual(JSON.parse(JSON.stringify(errata)));
    expect(json.rows.find((one: { code: string }) => one.code === row.code).value).toBe(row.value);
  }, 300_000);

  test("PowerPoint: a slide a target that has something to show, with charts that can be edited", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const { bulletin } = await read(id);
    const zip = await JSZip.loadAsync(await bytesOf(await make(id, "pptx", "en")));
    const names = Object.keys(zip.files);
    const slides = names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    const targets = bulletin.facts.rows.filter((row) => row.light !== "unset").length;
    // The cover, the summary, and the errata of the tests before this one.
    const { errata } = await read(id);
    expect(slides).toHaveLength(targets + 2 + (errata.length > 0 ? 1 : 0));
    // The summary and each target have a chart, whose words stand beside it.
    const texts = await Promise.all(slides.map(async (name) => (await zip.file(name)?.async("string")) ?? ""));
    const charts = texts.flatMap((text) => text.match(/<p:cNvPr [^>]*name="Chart[^>]*>/g) ?? []);
    expect(charts).toHaveLength(targets + 1);
    for (const chart of charts) expect(chart).toMatch(/descr="[^"]{10,}"/);
  }, 300_000);

  test("PDF: bookmarks and an embedded font", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const text = (await bytesOf(await make(id, "pdf", "zh-CN"))).toString("latin1");
    expect(text).toMatch(/\/Outlines/);
    expect(text).toMatch(/\/FontFile2/);
  }, 300_000);

  test("the data package has the rows, the same as JSON, and the book of its columns", async () => {
    const { id } = await aBulletin();
    const { bulletin } = await read(id);
    const zip = await JSZip.loadAsync(await bytesOf(await make(id, "zip", "en")));
    const csv = (await zip.file("targets.csv")?.async("string")) ?? "";
    const json = JSON.parse((await zip.file("bulletin.json")?.async("string")) ?? "{}");
    const codebook = (await zip.file("codebook.csv")?.async("string")) ?? "";
    expect(json.rows).toHaveLength(bulletin.facts.rows.length);
    // Names of columns are the same in every language.
    expect(codebook).toMatch(/^\ufeffcolumn,unit,meaning\r\n/);
    for (const column of csv.replace("\ufeff", "").split("\r\n")[0]?.split(",") ?? []) {
      expect(codebook).toContain(`\n${column},`);
    }
  });
});

describe("making them", () => {
  test("one that was cancelled leaves nothing behind, and a finished one is not made twice", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const context = await as("demo-supervisor");
    const asked = { id, format: "docx", lang: "zh-CN" } as const;
    const { fileId } = done(await requestFile(asked, context));
    done(await cancelFile(fileId, context));
    await makeFile(fileId, DAY);
    expect(await db.bulletinFile.findUniqueOrThrow({ where: { id: fileId } })).toMatchObject({
      state: "cancelled",
      storageKey: null,
    });
    const again = done(await requestFile({ ...asked, format: "zip" }, context));
    expect(again.fileId).not.toBe(fileId);
    await expect
      .poll(async () => (await db.bulletinFile.findUniqueOrThrow({ where: { id: again.fileId } })).state, {
        timeout: PATIENCE,
        interval: 250,
      })
      .toBe("ready");
    expect(done(await requestFile({ ...asked, format: "zip" }, context)).fileId).toBe(again.fileId);
  }, 300_000);

  test("one that waits its turn for long is not given up; one whose queue has gone is made when asked for again", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const context = await as("demo-supervisor");
    const asked = { id, format: "zip", lang: "en" } as const;
    const queue = globalThis as { guatuMaking?: Promise<void>; guatuWaiting?: Set<string> };
    let next = () => {};
    queue.guatuMaking = new Promise((resolve) => {
      next = resolve;
    });
    const { fileId } = done(await requestFile(asked, context));
    const long = new Date(Date.now() - 120_000);
    await db.bulletinFile.update({ where: { id: fileId }, data: { requestedAt: long, aliveAt: long } });
    expect(done(await requestFile(asked, context)).fileId).toBe(fileId);
    const stored = () => db.bulletinFile.findUniqueOrThrow({ where: { id: fileId } });
    expect((await stored()).state).toBe("waiting");
    // As after a start: nobody waits in the queue, the row still does.
    queue.guatuMaking = undefined;
    queue.guatuWaiting = undefined;
    expect(done(await requestFile(asked, context)).fileId).toBe(fileId);
    await expect.poll(async () => (await stored()).state, { timeout: PATIENCE, interval: 250 }).toBe("ready");
    next();
  }, 300_000);

  test("what still waits after a restart is taken up when its page is opened; what was being made is offered anew", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const view = await read(id);
    const long = new Date(Date.now() - 120_000);
    const left = { bulletinId: id, lang: "en", stamp: fileStamp(view), requestedById: "demo-supervisor" };
    const since = { requestedAt: long, aliveAt: long };
    const waited = await db.bulletinFile.create({ data: { ...left, ...since, format: "zip" } });
    const cutOff = await db.bulletinFile.create({ data: { ...left, ...since, format: "xlsx", state: "making" } });
    const shown = async (fileId: string) =>
      (await currentFiles(view, { actor: VISITOR, clock: clockOn(DAY) })).find((file) => file.id === fileId)?.state;
    expect(await shown(cutOff.id)).toBe("failed");
    expect(await shown(waited.id)).toBe("waiting");
    const stored = () => db.bulletinFile.findUniqueOrThrow({ where: { id: waited.id } });
    await expect.poll(async () => (await stored()).state, { timeout: PATIENCE, interval: 250 }).toBe("ready");
  }, 300_000);

  test("what is no file's id stops nothing", async () => {
    const context = await as("demo-supervisor");
    for (const text of ["", "x", "-".repeat(36)])
      expect(await cancelFile(text, context)).toEqual({ ok: false, refusal: { kind: "not-found" } });
  });

  test("a process that is killed in the middle leaves no file, and the next one begins anew", async () => {
    const { id } = await aBulletin();
    const context = await as("demo-supervisor");
    const asked = { id, format: "docx", lang: "en" } as const;
    const now = new Date();
    const file = await db.bulletinFile.create({
      data: {
        bulletinId: id,
        format: asked.format,
        lang: asked.lang,
        stamp: fileStamp(await read(id)),
        requestedById: "demo-supervisor",
        requestedAt: now,
        aliveAt: now,
      },
    });
    const made = spawn(process.execPath, makerArguments(file.id, DAY), { stdio: "ignore" });
    const ended = once(made, "exit");
    const stored = () => db.bulletinFile.findUniqueOrThrow({ where: { id: file.id } });
    await expect.poll(async () => (await stored()).done, { timeout: PATIENCE, interval: 20 }).toBeGreaterThan(0);
    made.kill("SIGKILL");
    await ended;
    expect(await stored()).toMatchObject({ state: "making", storageKey: null });
    expect(await files().fileExists(`bulletins/${file.id}.docx`)).toBe(false);

    // Killed while it wrote: what there is of the bytes has another name and goes with the record.
    await files().write(`bulletins/${file.id}.docx.part`, Buffer.from("half"));
    const soon = done(await requestFile(asked, context));
    expect(soon.fileId, "a process that has been silent for a moment only may still be at work").toBe(file.id);
    await db.bulletinFile.update({ where: { id: file.id }, data: { aliveAt: new Date(now.getTime() - 120_000) } });
    const { fileId } = done(await requestFile(asked, context));
    expect(fileId).not.toBe(file.id);
    expect(await stored()).toMatchObject({ state: "failed", storageKey: null });
    expect(await files().fileExists(`bulletins/${file.id}.docx.part`)).toBe(false);
    await expect
      .poll(async () => (await db.bulletinFile.findUniqueOrThrow({ where: { id: fileId } })).state, {
        timeout: PATIENCE,
        interval: 250,
      })
      .toBe("ready");
  }, 300_000);

  test("whoever may not read the bulletin gets no file of it", async () => {
    const { id } = await aBulletin();
    const asked = { id, format: "zip", lang: "en" } as const;
    expect(await requestFile(asked, await as("demo-commerce-reporter"))).toEqual({
      ok: false,
      refusal: { kind: "not-found" },
    });
  });
});
