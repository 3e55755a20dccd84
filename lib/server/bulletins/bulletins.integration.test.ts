import { beforeAll, describe, expect, test } from "vitest";
import { bulletinDocument } from "@/lib/bulletins/document";
import { countByDepartment, countLights } from "@/lib/bulletins/facts";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { LIGHTS } from "@/lib/domain/targets/types";
import { LANGUAGES } from "@/lib/i18n/languages";
import { FILE_FORMATS } from "@/lib/schemas/bulletin";
import { clockOn } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { editLabel } from "@/lib/server/labels/mutations";
import { labelTarget } from "@/lib/server/targets/label-target";
import { aBulletin, correct, DAY, loadYearAndPeople, MAY, read } from "@/testing/bulletins";
import { copyAsDraft } from "@/testing/draft-targets";
import { as, done } from "@/testing/people";
import { getBulletin, listBulletins } from "./data";
import { collectFacts } from "./facts";
import { listCurrentFiles, requestFile } from "./files";
import { createBulletin, editBulletinText, transitionBulletin } from "./mutations";
import { saveTemplate } from "./templates";
import { listWithheldBulletins } from "./withheld";

const visitor = () => ({ actor: VISITOR, clock: clockOn(DAY) });

beforeAll(loadYearAndPeople, 120_000);

const refused = (errors: Readonly<Record<string, string>>) => ({ ok: false, error: { kind: "invalid", errors } });

describe("freezing", () => {
  test("the same cut-off gives the same facts months later", async () => {
    const { id } = await aBulletin();
    const { bulletin, cutOffAt } = await read(id);
    const context = await as("demo-supervisor", "2023-12-31");
    const again = await collectFacts(MAY, { ...context, clock: { ...clockOn(MAY.cutOffOn), knownUntil: cutOffAt } });
    expect(JSON.parse(JSON.stringify(again.facts))).toEqual(JSON.parse(JSON.stringify(bulletin.facts)));
    expect(bulletin.facts.rows).toHaveLength(31);
  });

  test("omits targets that were not issued by the cut-off, and hides bulletins that contain one", async () => {
    await copyAsDraft("NT-T02", "NT-DRAFT");
    const { id } = await aBulletin();
    const { bulletin } = await read(id);
    expect(bulletin.facts.rows).toHaveLength(31);
    expect(bulletin.facts.rows.map((row) => row.code)).not.toContain("NT-DRAFT");
    const [old = { id: "" }] = await db.$queryRaw<{ id: string }[]>`
      INSERT INTO bulletin SELECT (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), 'is_public', true,
        'facts', jsonb_set(b.facts, '{rows,0,code}', '"NT-DRAFT"')))).* FROM bulletin b WHERE b.id = ${id}::uuid
      RETURNING id`;
    expect([...(await listWithheldBulletins())]).toEqual([old.id]);
  });

  test("the counts of the summary match the annex", async () => {
    const { id } = await aBulletin();
    const { bulletin } = await read(id);
    const { rows } = bulletin.facts;
    const document = bulletinDocument(bulletin, [], "zh-CN");
    const annex = document.sections.find((section) => section.key === "annex");
    expect(annex?.table?.rows).toHaveLength(rows.length);
    const counts = countLights(rows);
    const summary = document.sections.find((section) => section.key === "summary")?.text ?? "";
    expect(summary).toContain(`共${rows.length}项`);
    expect(summary).toContain(`明显慢于序时进度${counts["far-behind"]}项`);
    expect(LIGHTS.reduce((sum, light) => sum + counts[light], 0)).toBe(rows.length);
    expect(countByDepartment(rows).reduce((sum, one) => sum + one.total, 0)).toBe(rows.length);
  });

  test("freezes the plans of the targets and their names", async () => {
    const { version } = await db.target.findUniqueOrThrow({ where: { code: "NT-T01" } });
    const office = await as("demo-supervisor");
    const plan = { kind: "plan", name: "民生实事", number: "3" } as const;
    done(await labelTarget("NT-T01", version, [plan], office));
    const { id } = await aBulletin();
    const { id: labelId, version: labelVersion } = await db.label.findFirstOrThrow({
      where: { kind: plan.kind, name: plan.name },
    });
    done(await editLabel({ id: labelId, version: labelVersion, name: "改后的名称", nameEn: "" }, office));
    const { bulletin } = await read(id);
    const name = { "zh-CN": plan.name, en: plan.name };
    expect(bulletin.facts.labels).toEqual([{ id: labelId, kind: "plan", name }]);
    const labelled = bulletin.facts.rows.filter(({ labelIds }) => labelIds?.includes(labelId));
    expect(labelled.map(({ code }) => code)).toEqual(["NT-T01"]);
  });

  test("contains only the selected departments", async () => {
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

  test.each(["demo-administrator", "demo-reader", "demo-commerce-reviewer"])(
    "%s cannot create a bulletin",
    async (who) => {
      expect(await createBulletin(MAY, await as(who))).toEqual({ ok: false, error: { kind: "forbidden" } });
    },
  );

  test("the database rejects changed facts", async () => {
    const { id } = await aBulletin();
    await expect(db.bulletin.update({ where: { id }, data: { facts: {} } })).rejects.toThrow(/frozen/);
    await expect(db.bulletin.delete({ where: { id } })).rejects.toThrow(/not allowed/);
  });
});

describe("from draft to published", () => {
  test("edited text replaces the generated text until it is cleared", async () => {
    const context = await as("demo-supervisor");
    const first = await aBulletin();
    const text = { lang: "zh-CN", key: "summary" } as const;
    const second = done(await editBulletinText({ ...first, ...text, text: "总体平稳。" }, context));
    const worded = bulletinDocument((await read(first.id)).bulletin, [], "zh-CN").sections[0];
    expect(worded?.text).toBe("总体平稳。");
    expect(worded?.generated).toContain("纳入本期通报的目标");
    expect(await editBulletinText({ ...first, ...text, text: "晚了" }, context)).toMatchObject({
      ok: false,
      error: { kind: "conflict", why: "changed" },
    });
    done(await editBulletinText({ ...second, ...text, text: "" }, context));
    expect(bulletinDocument((await read(first.id)).bulletin, [], "zh-CN").sections[0]?.text).toBe(worded?.generated);
  });

  test("assigns numbers at signing without gaps, and everyone can read a published bulletin", async () => {
    const context = await as("demo-supervisor");
    const [one, other] = [await aBulletin(), await aBulletin()];
    const signed = done(await transitionBulletin({ ...one, step: "sign" }, context));
    const number = (await read(one.id)).bulletin.number ?? 0;
    const next = done(await transitionBulletin({ ...other, step: "sign" }, context));
    expect((await read(other.id)).bulletin.number).toBe(number + 1);
    expect(await transitionBulletin({ ...signed, step: "reopen" }, context)).toMatchObject({
      error: { errors: { form: "numbered-after" } },
    });
    done(await transitionBulletin({ ...next, step: "reopen" }, context));
    expect(await editBulletinText({ ...signed, lang: "en", key: "closing", text: "x" }, context)).toEqual({
      ok: false,
      error: { kind: "forbidden" },
    });
    expect(await getBulletin(one.id, visitor())).toBeNull();
    done(await transitionBulletin({ ...signed, step: "publish" }, context));
    expect((await listBulletins(visitor())).map((entry) => entry.id)).toEqual([one.id]);
    const actions = await db.event.findMany({ where: { entityId: one.id }, orderBy: { sequence: "asc" } });
    expect(actions.map((event) => event.action)).toEqual(["bulletin.created", "bulletin.signed", "bulletin.published"]);
  });

  test("lists a later correction as an erratum without changing printed values", async () => {
    const { id } = await aBulletin();
    const { bulletin } = await read(id);
    const row = bulletin.facts.rows.find((one) => one.updateId !== null && one.kind === "cumulative");
    if (row?.updateId == null) throw new Error("no value to correct");
    await correct(row, "统计口径更正");
    const after = await read(id);
    expect(after.bulletin.facts).toEqual(bulletin.facts);
    expect(after.errata).toHaveLength(1);
    expect(after.errata[0]).toMatchObject({ code: row.code, printed: row.valueText, reason: "统计口径更正" });
    expect(after.errata[0]?.corrected).not.toEqual(row.valueText);
    const before = await getBulletin(id, await as("demo-supervisor", "2023-09-29"));
    expect(before?.errata ?? []).toEqual([]);
  });
});

test("a new template does not change existing bulletins", async () => {
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

test("uses the office's template for its departments, allows one per office, and requires one without an office", async () => {
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

describe("a published text", () => {
  test("is stored in both languages and never changes", async () => {
    const context = await as("demo-supervisor");
    const { id } = await aBulletin({ departments: ["commerce"] });
    const signed = done(await transitionBulletin({ id, version: 1, step: "sign" }, context));
    expect((await read(id)).bulletin.published).toBeNull();
    const { bulletin: before } = await read(id);
    done(await transitionBulletin({ ...signed, step: "publish" }, context));
    const { bulletin } = await read(id);
    for (const lang of ["zh-CN", "en"] as const) {
      expect(bulletin.published?.[lang]).toEqual(bulletinDocument(before, [], lang));
    }
    const change = db.$executeRaw`UPDATE bulletin SET published = '{}' WHERE id = ${id}::uuid`;
    await expect(change).rejects.toThrow("the text of a published bulletin is frozen");
  });

  test("gets its files at once; those of the signed bulletin remain", async () => {
    const context = await as("demo-supervisor");
    const { id } = await aBulletin({ departments: ["commerce"] });
    const signed = done(await transitionBulletin({ id, version: 1, step: "sign" }, context));
    const { fileId } = done(await requestFile({ id, format: "docx", lang: "zh-CN" }, context));
    done(await transitionBulletin({ ...signed, step: "publish" }, context));
    const files = await listCurrentFiles(await read(id));
    expect(files.map(({ format, lang }) => `${format} ${lang}`).sort()).toEqual(
      LANGUAGES.flatMap((lang) => FILE_FORMATS.map((format) => `${format} ${lang}`)).sort(),
    );
    expect(files.find(({ format, lang }) => format === "docx" && lang === "zh-CN")?.id).toBe(fileId);
  });
});
