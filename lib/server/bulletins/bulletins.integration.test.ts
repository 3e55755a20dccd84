import ExcelJS from "exceljs";
import JSZip from "jszip";
import { beforeAll, describe, expect, test } from "vitest";
import { bulletinDocument } from "@/lib/bulletins/document";
import { countByDepartment, countLights } from "@/lib/bulletins/facts";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { LIGHTS } from "@/lib/domain/targets/types";
import type { FileFormat } from "@/lib/schemas/bulletin";
import { loadSampleYear } from "@/lib/server/api/testing";
import { ensureDemoUsers } from "@/lib/server/auth/demo-users";
import { clockOn } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { files } from "@/lib/server/files/storage";
import { as, done } from "@/lib/server/testing-people";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { getBulletin, listBulletins } from "./data";
import { collectFacts } from "./facts";
import { cancelFile, fileStamp, makeFile, requestFile } from "./files";
import { createBulletin, saveTemplate, takeBulletinStep, writeText } from "./mutations";

const MAY = {
  month: isoDate("2023-05-01"),
  cutOffOn: isoDate("2023-06-10"),
  template: "monthly",
  departments: [] as string[],
};
const DAY = isoDate("2023-09-30");
const visitor = () => ({ actor: VISITOR, clock: clockOn(DAY) });

beforeAll(async () => {
  await loadSampleYear();
  await db.$transaction((tx) => ensureDemoUsers(tx));
}, 120_000);

const refused = (errors: Readonly<Record<string, string>>) => ({ ok: false, refusal: { kind: "invalid", errors } });

async function aBulletin(input: Partial<typeof MAY> = {}) {
  return done(await createBulletin({ ...MAY, ...input }, await as("demo-supervisor")));
}

async function read(id: string) {
  const view = await getBulletin(id, await as("demo-supervisor"));
  if (view === null) throw new Error("the bulletin is not there");
  return view;
}

describe("freezing", () => {
  test("the same cut-off gives the same facts months later", async () => {
    const { id } = await aBulletin();
    const { bulletin, cutOffAt } = await read(id);
    const context = await as("demo-supervisor", "2023-12-31");
    const again = await collectFacts(MAY, { ...context, clock: { ...clockOn(MAY.cutOffOn), knownUntil: cutOffAt } });
    expect(JSON.parse(JSON.stringify(again.facts))).toEqual(JSON.parse(JSON.stringify(bulletin.facts)));
    expect(bulletin.facts.rows).toHaveLength(await db.target.count());
  });

  test("the counts of the summary are those of the annex", async () => {
    const { id } = await aBulletin();
    const { bulletin } = await read(id);
    const { rows } = bulletin.facts;
    const document = bulletinDocument(bulletin, [], "zh-CN");
    const annex = document.sections.find((section) => section.key === "annex");
    expect(annex?.table?.rows).toHaveLength(rows.length);
    const counts = countLights(rows);
    const summary = document.sections.find((section) => section.key === "summary")?.text ?? "";
    expect(summary).toContain(`共${rows.length}项`);
    expect(summary).toContain(`严重滞后${counts["far-behind"]}项`);
    expect(LIGHTS.reduce((sum, light) => sum + counts[light], 0)).toBe(rows.length);
    expect(countByDepartment(rows).reduce((sum, one) => sum + one.total, 0)).toBe(rows.length);
  });

  test("only the departments asked for are in it", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const { bulletin } = await read(id);
    expect(new Set(bulletin.facts.rows.map((row) => row.owner.slug))).toEqual(new Set(["commerce"]));
  });

  test.each([
    ["a cut-off before the month", { cutOffOn: isoDate("2023-04-30") }, { cutOffOn: "before-month" }],
    ["a cut-off to come", { cutOffOn: isoDate("2023-10-01") }, { cutOffOn: "in-the-future" }],
    ["no such department", { departments: ["nobody"] }, { departments: "unknown" }],
    ["no such template", { template: "none" }, { template: "unknown" }],
  ])("refused: %s", async (_what, change, errors) => {
    const outcome = await createBulletin({ ...MAY, ...change } as typeof MAY, await as("demo-supervisor"));
    expect(outcome).toEqual(refused(errors));
  });

  test.each(["demo-administrator", "demo-reader", "demo-commerce-reviewer"])("%s may not make one", async (who) => {
    expect(await createBulletin(MAY, await as(who))).toEqual({ ok: false, refusal: { kind: "forbidden" } });
  });

  test("the database refuses other facts", async () => {
    const { id } = await aBulletin();
    await expect(db.bulletin.update({ where: { id }, data: { facts: {} } })).rejects.toThrow(/frozen/);
    await expect(db.bulletin.delete({ where: { id } })).rejects.toThrow(/not allowed/);
  });
});

describe("from draft to published", () => {
  test("the office's words take the generated ones' place until they are taken back", async () => {
    const context = await as("demo-supervisor");
    const first = await aBulletin();
    const text = { lang: "zh-CN", key: "summary" } as const;
    const second = done(await writeText({ ...first, ...text, text: "总体平稳。" }, context));
    const worded = bulletinDocument((await read(first.id)).bulletin, [], "zh-CN").sections[0];
    expect(worded?.text).toBe("总体平稳。");
    expect(worded?.generated).toContain("纳入本期通报的目标");
    expect(await writeText({ ...first, ...text, text: "晚了" }, context)).toMatchObject({
      ok: false,
      refusal: { kind: "conflict", why: "changed" },
    });
    done(await writeText({ ...second, ...text, text: "" }, context));
    expect(bulletinDocument((await read(first.id)).bulletin, [], "zh-CN").sections[0]?.text).toBe(worded?.generated);
  });

  test("numbers are given at signing, without gaps, and a published one is for everybody", async () => {
    const context = await as("demo-supervisor");
    const [one, other] = [await aBulletin(), await aBulletin()];
    const signed = done(await takeBulletinStep({ ...one, step: "sign" }, context));
    const number = (await read(one.id)).bulletin.number ?? 0;
    const next = done(await takeBulletinStep({ ...other, step: "sign" }, context));
    expect((await read(other.id)).bulletin.number).toBe(number + 1);
    expect(await takeBulletinStep({ ...signed, step: "reopen" }, context)).toMatchObject({
      refusal: { errors: { form: "numbered-after" } },
    });
    done(await takeBulletinStep({ ...next, step: "reopen" }, context));
    expect(await writeText({ ...signed, lang: "en", key: "closing", text: "x" }, context)).toEqual({
      ok: false,
      refusal: { kind: "forbidden" },
    });
    expect(await getBulletin(one.id, visitor())).toBeNull();
    done(await takeBulletinStep({ ...signed, step: "publish" }, context));
    expect((await listBulletins(visitor())).map((entry) => entry.id)).toEqual([one.id]);
    const actions = await db.event.findMany({ where: { entityId: one.id }, orderBy: { sequence: "asc" } });
    expect(actions.map((event) => event.action)).toEqual(["bulletin.created", "bulletin.signed", "bulletin.published"]);
  });

  test("a value corrected later is an erratum; what was printed stays", async () => {
    const { id } = await aBulletin();
    const { bulletin } = await read(id);
    const row = bulletin.facts.rows.find((one) => one.updateId !== null && one.kind === "cumulative");
    if (row?.updateId == null) throw new Error("no value to correct");
    const old = await db.update.findUniqueOrThrow({ where: { id: row.updateId } });
    const reviewer = await as(`demo-${row.owner.slug}-reviewer`);
    const correction = await db.update.create({
      data: {
        targetId: old.targetId,
        asOf: old.asOf,
        value: Number(old.value) + 1,
        note: "统计口径更正",
        state: "submitted",
        authorId: `demo-${row.owner.slug}-reporter`,
        supersedesId: old.id,
        createdAt: reviewer.clock.now,
        submittedAt: reviewer.clock.now,
      },
    });
    done(await approveUpdate({ updateId: correction.id, version: 1 }, reviewer));
    const after = await read(id);
    expect(after.bulletin.facts).toEqual(bulletin.facts);
    expect(after.errata).toHaveLength(1);
    expect(after.errata[0]).toMatchObject({ code: row.code, printed: row.valueText, reason: "统计口径更正" });
    expect(after.errata[0]?.corrected).not.toEqual(row.valueText);
    const before = await getBulletin(id, await as("demo-supervisor", "2023-09-29"));
    expect(before?.errata ?? []).toEqual([]);
  });
});

test("a new template never takes an old one's place, and a bulletin keeps the look it was made with", async () => {
  const context = await as("demo-supervisor");
  const { id } = await aBulletin();
  const { template } = (await read(id)).bulletin;
  const other = { ...template, masthead: { "zh-CN": "专报", en: "Special" } };
  const forAll = { key: "monthly", office: null, isNew: false };
  expect(await saveTemplate({ ...forAll, body: other, isNew: true }, context)).toEqual(
    refused({ key: "already-there" }),
  );
  done(await saveTemplate({ ...forAll, key: "special", body: other, isNew: true }, context));
  done(await saveTemplate({ ...forAll, body: other }, context));
  expect((await read(id)).bulletin.template).toEqual(template);
  done(await saveTemplate({ ...forAll, body: template }, context));
});

test("an office's own template is taken for its departments, an office has one, and one serves all the others", async () => {
  const context = await as("demo-supervisor");
  const { template: body } = (await read((await aBulletin()).id)).bulletin;
  const own = { ...body, masthead: { "zh-CN": "商务督查", en: "Commerce Follow-up" } };
  const ofCommerce = { key: "commerce", body: own, office: "commerce", isNew: true };
  done(await saveTemplate(ofCommerce, context));
  expect(await saveTemplate({ ...ofCommerce, key: "other" }, context)).toEqual(refused({ of: "already-there" }));
  expect(await saveTemplate({ ...ofCommerce, key: "other", office: "nobody" }, context)).toEqual(
    refused({ of: "unknown" }),
  );
  const masthead = async (input: Partial<typeof MAY>) => {
    const { bulletin } = await read((await aBulletin(input)).id);
    return bulletin.template.masthead["zh-CN"];
  };
  expect(await masthead({ template: "", departments: ["commerce"] })).toBe("商务督查");
  expect(await masthead({ template: "", departments: ["commerce", "transport"] })).toBe("督查通报");
  expect(await masthead({ template: "" })).toBe("督查通报");
  expect(await masthead({ template: "monthly", departments: ["commerce"] })).toBe("督查通报");
  await db.bulletinTemplate.deleteMany({ where: { key: "special" } });
  const givenAway = { key: "monthly", body, office: "transport", isNew: false };
  expect(await saveTemplate(givenAway, context)).toEqual(refused({ of: "last-for-all" }));
  done(await saveTemplate({ ...ofCommerce, isNew: false, office: null }, context));
  expect(await masthead({ template: "", departments: ["commerce"] })).toBe("督查通报");
  await db.bulletinTemplate.delete({ where: { key: "commerce" } });
});

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

describe("files", () => {
  test("Word: headings, real tables, a picture with its words for each target, and the standard's faces", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const { bulletin, errata } = await read(id);
    const zip = await JSZip.loadAsync(await bytesOf(await make(id, "docx", "zh-CN")));
    const xml = (await zip.file("word/document.xml")?.async("string")) ?? "";
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBe(
      bulletinDocument(bulletin, errata, "zh-CN").sections.length,
    );
    expect(xml.match(/<w:tbl>/g)?.length).toBeGreaterThanOrEqual(3);
    const drawn = bulletin.facts.rows.filter((row) => row.light !== "unset");
    expect(xml.match(/<wp:docPr [^>]*descr="[^"]+"/g)).toHaveLength(drawn.length);
    expect(xml).toContain("方正小标宋简体");
    expect(await zip.file("word/fontTable.xml")?.async("string")).toContain('w:altName w:val="仿宋"');
  }, 60_000);

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
  }, 60_000);

  test("PowerPoint: a slide a target that has something to show, with charts that can be edited", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const { bulletin } = await read(id);
    const zip = await JSZip.loadAsync(await bytesOf(await make(id, "pptx", "en")));
    const names = Object.keys(zip.files);
    expect(names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(
      bulletin.facts.rows.filter((row) => row.light !== "unset").length + 2,
    );
    expect(names.some((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))).toBe(true);
  }, 60_000);

  test("PDF: bookmarks and an embedded font", async () => {
    const { id } = await aBulletin({ departments: ["commerce"] });
    const text = (await bytesOf(await make(id, "pdf", "zh-CN"))).toString("latin1");
    expect(text).toMatch(/\/Outlines/);
    expect(text).toMatch(/\/FontFile2/);
  }, 60_000);

  test("the data package has the rows, the same as JSON, and the book of its columns", async () => {
    const { id } = await aBulletin();
    const { bulletin } = await read(id);
    const zip = await JSZip.loadAsync(await bytesOf(await make(id, "zip", "en")));
    const csv = (await zip.file("targets.csv")?.async("string")) ?? "";
    const json = JSON.parse((await zip.file("bulletin.json")?.async("string")) ?? "{}");
    const codebook = (await zip.file("codebook.csv")?.async("string")) ?? "";
    expect(json.rows).toHaveLength(bulletin.facts.rows.length);
    for (const column of csv.replace("\ufeff", "").split("\r\n")[0]?.split(",") ?? []) {
      expect(codebook).toContain(`\n${column},`);
    }
  });

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
        timeout: 60_000,
        interval: 250,
      })
      .toBe("ready");
    expect(done(await requestFile({ ...asked, format: "zip" }, context)).fileId).toBe(again.fileId);
  }, 90_000);

  test("whoever may not read the bulletin gets no file of it", async () => {
    const { id } = await aBulletin();
    const asked = { id, format: "zip", lang: "en" } as const;
    expect(await requestFile(asked, await as("demo-commerce-reporter"))).toEqual({
      ok: false,
      refusal: { kind: "not-found" },
    });
  });
});
