// Writes broken text, as an older version may have stored it, into every text column and opens every file and feed.
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as getTargetJson } from "@/app/api/v1/targets/[code]/route";
import { GET as getTargetsJson } from "@/app/api/v1/targets/route";
import { GET as getEmbed } from "@/app/embed/targets/[code]/route";
import { GET as getPackage } from "@/app/targets/[code]/package.zip/route";
import { GET as getListCsv } from "@/app/targets/export.csv/route";
import { GET as getListXlsx } from "@/app/targets/export.xlsx/route";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { cleanText } from "@/lib/domain/text/clean-text";
import { comparisonCharts, departmentCharts, overviewCharts, targetCharts } from "@/lib/http/chart-file";
import { wallPage } from "@/lib/http/wall/page";
import { FILE_FORMATS } from "@/lib/schemas/bulletin";
import { CHART_FORMATS } from "@/lib/schemas/chart-query";
import { aBulletin, loadYearAndPeople } from "@/testing/bulletins";
import { as, done } from "@/testing/people";
import { readTexts } from "@/testing/read-texts";
import { browser, get, routeOf } from "@/testing/requests";
import { getBulletin } from "./bulletins/data";
import { editBulletinText, transitionBulletin } from "./bulletins/mutations";
import { renderBulletinFile } from "./bulletins/render-file";
import { openClient } from "./db/connection";
import { createCalendarToken, getCalendar } from "./reminders/calendar";
import { prepareDigest } from "./reminders/digest";
import { webhookRequest } from "./reminders/webhooks";
import { getWall } from "./wall/data";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async (original) => {
  const { browser } = await import("@/testing/requests");
  return { ...(await original<object>()), getActor: async () => browser.actor };
});

/** One of each kind that PostgreSQL can store. */
const DIRT = "\u000b\u0001\ufffe\uffff\ufdd0\u202e\u2066\u200b\u00ad\u007f\u0085\u2028\r\n\t";

/** Columns that no user types and code compares: ids, keys, hashes, words of closed lists. */
const KEYS =
  /^(slug|key|code|stamp|action|entity|entity_id|.*hash|content_type|storage_key|token|password|email|image|identifier|rule|migration|reason_key|calendar|plan_shape|request_key|kind|state|role|office_role|provider_id|account_id|.*_token|sha256|format|lang|language)$/;
/** Unknown reasons, stored as words of a closed list. */
const CLOSED_LISTS = new Set(["target_standing.reason"]);

/** Text columns from the catalogue, without keys and foreign keys. */
const TEXT_COLUMNS = `
  SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type
  FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
  WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
    AND c.data_type IN ('text', 'jsonb') AND c.table_name NOT LIKE '\\_prisma%'
    AND NOT EXISTS (
      SELECT FROM pg_constraint k, pg_attribute a
      WHERE k.contype IN ('p', 'f') AND k.conrelid = format('%I', c.table_name)::regclass
        AND a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) AND a.attname = c.column_name)
  ORDER BY 1, 2`;

/** Breaks every text of a JSON value that is a phrase and not a key. */
const DIRTY_JSON = (value: unknown) =>
  JSON.parse(JSON.stringify(value), (_key, one) =>
    typeof one === "string" && /[^!-~]/.test(one) ? `${one.slice(0, 1)}${DIRT}${one.slice(1)}` : one,
  );

type Client = Awaited<ReturnType<typeof openClient>>;

async function soilJson(client: Client, table: string, column: string): Promise<void> {
  const { rows } = await client.query(`SELECT ctid::text AS at, ${column} AS value FROM ${table}`);
  for (const { at, value } of rows) {
    await client.query(`UPDATE ${table} SET ${column} = $1 WHERE ctid = $2::tid`, [
      JSON.stringify(DIRTY_JSON(value)),
      at,
    ]);
  }
}

async function soilText(client: Client, table: string, column: string): Promise<void> {
  const filled = `CASE ${column} WHEN '' THEN '说明' ELSE ${column} END`;
  await client.query(
    `UPDATE ${table} SET ${column} = left(${filled}, 1) || $1 || substr(${filled}, 2) WHERE ${column} IS NOT NULL`,
    [DIRT],
  );
}

/** Writes as if text had never been cleaned. Returns the columns that accepted it. */
async function soilEverything(): Promise<string[]> {
  const client = await openClient(process.env.DATABASE_URL ?? "");
  const soiled: string[] = [];
  await client.query("BEGIN");
  // Append-only triggers are disabled: this test is not about them.
  await client.query("SET LOCAL session_replication_role = replica");
  for (const { table, column, type } of (await client.query(TEXT_COLUMNS)).rows) {
    const name = `${table}.${column}`;
    if (KEYS.test(column) || CLOSED_LISTS.has(name)) continue;
    await client.query("SAVEPOINT before");
    try {
      await (type === "jsonb" ? soilJson : soilText)(client, table, column);
      soiled.push(name);
    } catch (error) {
      // A closed list has a CHECK; any other error is a fault of the test.
      if ((error as { code?: string }).code !== "23514") throw error;
      await client.query("ROLLBACK TO before");
    }
  }
  await client.query("COMMIT");
  await client.end();
  return soiled;
}

let soiled: readonly string[] = [];
let bulletinId = "";

beforeAll(async () => {
  await loadYearAndPeople();
  const office = await as("demo-supervisor");
  bulletinId = (await aBulletin({ departments: ["commerce"] })).id;
  for (const [version, lang] of (["zh-CN", "en"] as const).entries()) {
    done(
      await editBulletinText(
        { id: bulletinId, version: version + 1, lang, key: "summary", text: "第一段。\n第二段。" },
        office,
      ),
    );
  }
  done(await transitionBulletin({ id: bulletinId, version: 3, step: "sign" }, office));
  soiled = await soilEverything();
}, 240_000);

beforeEach(() => {
  browser.actor = VISITOR;
});

async function expectClean(format: string, bytes: Uint8Array): Promise<string[]> {
  const texts = await readTexts(format, bytes);
  const unclean = texts.filter((text) => cleanText(text) !== text);
  expect(unclean.map((text) => JSON.stringify(text).slice(0, 200))).toEqual([]);
  return texts;
}

async function expectCleanResponse(format: string, response: Response): Promise<string[]> {
  expect(response.status).toBe(200);
  const name = decodeURIComponent(response.headers.get("content-disposition")?.split("UTF-8''")[1] ?? "");
  expect(cleanText(name)).toBe(name);
  expect(name).not.toMatch(/[\n\t]/);
  return expectClean(format, new Uint8Array(await response.arrayBuffer()));
}

it("breaks the texts of every noun", () => {
  expect(soiled.length).toBeGreaterThan(60);
  expect(soiled).toEqual(
    expect.arrayContaining(["department.name", "target.title", "bulletin.facts", "bulletin.prose", "metric.unit"]),
  );
});

const CODES = ["NT-T02", "NT-T06", "NT-B01"];

describe.each(["zh-CN", "en"] as const)("texts of an older version, in %s,", (lang) => {
  const inLang = `?lang=${lang}`;

  it.each(CHART_FORMATS)(
    "leave charts that open: %s",
    async (format) => {
      for (const code of CODES) {
        await expectCleanResponse(format, await targetCharts[format](get(`/x${inLang}`), routeOf({ code })));
      }
      const slug = "commerce";
      await expectCleanResponse(format, await departmentCharts[format](get(`/x${inLang}`), routeOf({ slug })));
      await expectCleanResponse(format, await overviewCharts[format](get(`/x${inLang}`), routeOf({})));
      const compared = get(`/x${inLang}&targets=${CODES.join(",")}`);
      await expectCleanResponse(format, await comparisonCharts[format](compared, routeOf({})));
    },
    120_000,
  );

  it("lists, the API, a target's package and its frame still open", async () => {
    const route = routeOf({ code: "NT-T02" });
    const fields = await expectCleanResponse("csv", await getListCsv(get(`/targets/export.csv${inLang}`)));
    expect(fields.filter((field) => field.includes("\n"))).toEqual([]);
    await expectCleanResponse("xlsx", await getListXlsx(get(`/targets/export.xlsx${inLang}`)));
    await expectCleanResponse("json", await getTargetsJson(get(`/api/v1/targets${inLang}`)));
    await expectCleanResponse("json", await getTargetJson(get(`/api/v1/targets/NT-T02${inLang}`), route));
    await expectCleanResponse("zip", await getPackage(get(`/targets/NT-T02/package.zip${inLang}`), route));
    await expectCleanResponse("html", await getEmbed(get(`/embed/targets/NT-T02${inLang}`), route));
  }, 120_000);

  it("a wall, a calendar, a mail and a message still open", async () => {
    const context = await as("demo-commerce-reporter", "2023-12-20");
    const wall = wallPage(await getWall({ ...context, actor: VISITOR }, lang), {
      lang,
      theme: "wall",
      seconds: 15,
      today: context.clock.today,
    });
    await expectClean("html", new TextEncoder().encode(wall));
    const token = (await createCalendarToken(context)) ?? "";
    await expectClean("ics", new TextEncoder().encode((await getCalendar(token)) ?? ""));
    const mail = await prepareDigest(await as("demo-supervisor", "2023-12-20"), lang, "http://localhost:3000");
    expect([cleanText(mail?.text ?? ""), mail?.subject]).toEqual([mail?.text, cleanText(mail?.subject ?? "\u0000")]);
    const webhook = { format: "generic", url: "http://localhost:1", secret: null } as const;
    await expectClean("json", new TextEncoder().encode(webhookRequest(webhook, `甲${DIRT}乙`, new Date(0)).body));
  }, 120_000);

  it.each(FILE_FORMATS)(
    "leave a bulletin that opens, its paragraphs apart: %s",
    async (format) => {
      const { actor } = await as("demo-supervisor");
      const view = await getBulletin(bulletinId, await as("demo-supervisor"));
      if (view === null) throw new Error("no bulletin");
      const bytes = await renderBulletinFile({ view, format, lang, actor, onProgress: async () => undefined });
      const texts = await expectClean(format, bytes);
      if (format === "xlsx" || format === "zip") return;
      // The broken text, with its line breaks, follows the first character.
      const paragraphs = texts.map((text) => text.trim().replace(/①$/, ""));
      expect(paragraphs).toEqual(expect.arrayContaining(["第", "一段。", "第二段。"]));
      expect(paragraphs.join("|")).not.toContain("〓");
    },
    240_000,
  );
});
