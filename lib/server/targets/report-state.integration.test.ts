// "Has it reported?" has one answer on every surface: a target without its figure, not issued or not begun needs no report.
import { beforeAll, describe, expect, it } from "vitest";
import { bulletinDocument } from "@/lib/bulletins/document";
import { rowsNotReported } from "@/lib/bulletins/facts";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { listTargetsJson } from "@/lib/http/api/target-list-json";
import { LANGUAGES } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { bulletinTemplateSchema } from "@/lib/schemas/bulletin";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import { collectFacts } from "@/lib/server/bulletins/facts";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { departmentChartModel } from "@/lib/server/departments/chart";
import { getDepartment } from "@/lib/server/departments/data";
import { getOverview } from "@/lib/server/overview/data";
import { getSupervision } from "@/lib/server/supervision/data";
import { listOwed, OWED } from "@/lib/server/updates/my-targets";
import { getWall } from "@/lib/server/wall/data";
import { formatReported } from "@/lib/wording/format-latest";
import { loadYearAndPeople } from "@/testing/bulletins";
import { copyAsDraft } from "@/testing/draft-targets";
import { as } from "@/testing/people";
import { targetChartModel } from "./chart";
import { listTargets } from "./data";
import { getTarget } from "./detail";
import { exportColumns, exportRow } from "./export-rows";
import { countStandings } from "./light-counts";

const OPEN = ["NT-B01", "NT-B02", "NT-B03", "NT-B04", "NT-B05", "NT-B06", "NT-B07"];
const DRAFT = "NT-DRAFT";
const EVERY = { skip: 0, take: 1000 };

beforeAll(async () => {
  await loadYearAndPeople();
  await copyAsDraft("NT-T02", DRAFT);
}, 120_000);

/** The lists of what is late, with the codes that they name. */
async function lateLists(context: Context, owners: readonly string[]): Promise<Record<string, string[]>> {
  const [overview, wall, desk, late, mine, facts] = await Promise.all([
    getOverview(context, 100),
    getWall(context, "en"),
    getSupervision(context),
    listTargets({ freshness: ["due", "late", "never"], limit: null, parts: "include" }, context),
    listOwed(OWED, { slugs: owners, sent: [] }, EVERY, context),
    collectFacts({ month: isoDate(`${context.clock.today.slice(0, 7)}-01`), departments: [] }, context),
  ]);
  return {
    overview: overview.notReported.shown.map((row) => row.code),
    wall: wall.overview.notReported.shown.map((row) => row.code),
    unsigned: desk?.unsigned.map(({ row }) => row.code) ?? [],
    slips: desk?.late.filter(({ proposal }) => proposal !== null).map(({ row }) => row.code) ?? [],
    list: late.rows.map((row) => row.code),
    mine: mine.shown.map((row) => row.code),
    bulletin: rowsNotReported(facts.facts.rows).map((row) => row.code),
  };
}

describe.each(["2023-01-20", "2023-09-30", "2024-02-15"])("on %s", (day) => {
  const office = () => as("demo-supervisor", day);

  it("every surface says that no report is needed", async () => {
    const context = await office();
    const { rows } = await listTargets({ limit: null }, context);
    const json = await listTargetsJson({ ...NO_FILTERS, limit: 200 }, context, "en");
    const scope = { month: isoDate(`${day.slice(0, 7)}-01`), departments: [] };
    const { facts } = await collectFacts(scope, context);
    for (const code of [...OPEN, DRAFT]) {
      const [row, target] = [rows.find((one) => one.code === code), await getTarget(code, context)];
      if (row === undefined || target === null) throw new Error(code);
      expect([code, row.standing.freshness, target.standing.freshness]).toEqual([code, "not-expected", "not-expected"]);
      expect(json.data.find((one) => one.code === code)).toMatchObject({ freshness: "not-expected", latest: null });
      for (const lang of LANGUAGES) {
        const words = getTranslator(lang)("freshness.not-expected");
        expect(formatReported(row, lang)).toBe(words);
        const freshness = exportColumns(lang).findIndex((one) => one.key === "freshness");
        expect(exportRow(row, lang)[freshness]).toBe(words);
        const chart = targetChartModel(target, context.clock, lang);
        expect(chart.emptyLabel?.toLowerCase()).toContain(words);
        expect(chart.description.toLowerCase()).toContain(words);
        const cells = chart.table.rows.flatMap((one) => one.cells.map((cell) => cell.text.toLowerCase()));
        expect(cells).not.toContain(getTranslator(lang)("unknownReasons.no-report"));
        const template = await db.bulletinTemplate.findFirstOrThrow({ orderBy: { order: "asc" } });
        if (code === DRAFT) continue;
        const bulletin = {
          month: scope.month,
          cutOffOn: isoDate(day),
          year: 2023,
          number: null,
          signedOn: null,
          published: null,
        };
        const document = bulletinDocument(
          { ...bulletin, template: bulletinTemplateSchema.parse(template.body), facts, prose: {} },
          [],
          lang,
        );
        const annex = document.sections.find((section) => section.key === "annex")?.table;
        const value = annex?.columns.findIndex((column) => column.key === "latest") ?? -1;
        expect(annex?.rows.find((cells) => cells[0]?.text === code)?.[value]?.text).toBe(words);
      }
    }
  });

  it("no list of late reports names one of them, and no department counts it", async () => {
    const context = await office();
    const { rows } = await listTargets({ limit: null }, context);
    const owners = [...new Set(rows.filter((row) => OPEN.includes(row.code)).map((row) => row.owner.slug))];
    for (const [list, codes] of Object.entries(await lateLists(context, owners))) {
      expect([list, codes.filter((code) => [...OPEN, DRAFT].includes(code))]).toEqual([list, []]);
    }
    for (const slug of owners) {
      const department = await getDepartment(slug, context, null);
      if (department === null) throw new Error(slug);
      const open = department.targets.filter((row) => OPEN.includes(row.code));
      const late = department.targets.filter(({ standing }) => ["late", "never"].includes(standing.freshness));
      expect([department.late, late.filter((row) => open.includes(row))]).toEqual([late.length, []]);
      const chart = departmentChartModel(department, context.clock, "en");
      const texts = chart.rows.filter((row) => OPEN.includes(row.key)).map((row) => row.text);
      expect(new Set(texts)).toEqual(new Set(texts.length > 0 ? ["Target value not set"] : []));
    }
  });
});

it("a target that has not begun needs no report, and says so", async () => {
  const context = await as("demo-supervisor", "2023-03-31");
  const { rows } = await listTargets({ light: ["not-started"], limit: null }, context);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(formatReported(row, "en")).toBe("no report expected");
});

describe("a target that was issued and not received", () => {
  const CODE = "NT-UNRECEIVED";
  beforeAll(() => copyAsDraft("NT-T02", CODE, "public", "issued"));

  it("has not started and needs no report, on every surface", async () => {
    const context = await as("demo-supervisor", "2023-09-30");
    const started = await listTargets({ light: ["not-started"], limit: null }, context);
    const row = started.rows.find((one) => one.code === CODE);
    const target = await getTarget(CODE, context);
    if (row === undefined || target === null) throw new Error(CODE);
    expect(row.standing).toMatchObject({ light: "not-started", freshness: "not-expected", latest: null });
    expect(target.standing).toMatchObject({ light: "not-started", freshness: "not-expected" });
    expect(started.total).toBe(started.rows.length);
    const counts = (await countStandings(context)).filter(({ light }) => light === "not-started");
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(started.total);
    expect((await getOverview(context, 100)).counts["not-started"]).toBe(started.total);
    expect(
      (await listTargets({ light: ["no-report"], limit: null }, context)).rows.map(({ code }) => code),
    ).not.toContain(CODE);
    const json = await listTargetsJson({ ...NO_FILTERS, limit: 200 }, context, "en");
    expect(json.data.find((one) => one.code === CODE)).toMatchObject({
      light: "not-started",
      freshness: "not-expected",
    });
    for (const lang of LANGUAGES) {
      const words = getTranslator(lang)("freshness.not-expected");
      expect(formatReported(row, lang)).toBe(words);
      expect(targetChartModel(target, context.clock, lang).emptyLabel?.toLowerCase()).toBe(words);
    }
    const { facts } = await collectFacts({ month: isoDate("2023-09-01"), departments: [] }, context);
    expect(facts.rows.find((one) => one.code === CODE)).toMatchObject({
      light: "not-started",
      freshness: "not-expected",
    });
    for (const [list, codes] of Object.entries(await lateLists(context, [row.owner.slug]))) {
      // It waits for its receipt, not for a report.
      expect([list, codes.includes(CODE)]).toEqual([list, list === "unsigned"]);
    }
  });

  it("is missed after its due date", async () => {
    const context = await as("demo-supervisor", "2024-02-15");
    expect((await getTarget(CODE, context))?.standing.light).toBe("missed");
  });
});
