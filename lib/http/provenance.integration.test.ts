// Every file and page of a target says what its source does not print, and keeps the words around its figure.
import { readdirSync } from "node:fs";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { GET as getDetail } from "@/app/api/v1/targets/[code]/route";
import { GET as getList } from "@/app/api/v1/targets/route";
import { GET as getEmbed } from "@/app/embed/targets/[code]/route";
import { GET as getChartCsv } from "@/app/targets/[code]/chart.csv/route";
import { GET as getPdf } from "@/app/targets/[code]/chart.pdf/route";
import { GET as getSvg } from "@/app/targets/[code]/chart.svg/route";
import { GET as getChartXlsx } from "@/app/targets/[code]/chart.xlsx/route";
import { GET as getPackage } from "@/app/targets/[code]/package.zip/route";
import { GET as getChartsDocx } from "@/app/targets/charts.docx/route";
import { GET as getChartsPdf } from "@/app/targets/charts.pdf/route";
import { GET as getChartsPptx } from "@/app/targets/charts.pptx/route";
import { GET as getChartsZip } from "@/app/targets/charts.zip/route";
import { GET as getCsv } from "@/app/targets/export.csv/route";
import { GET as getXlsx } from "@/app/targets/export.xlsx/route";
import { bulletinDocument } from "@/lib/bulletins/document";
import { bulletinToDocx } from "@/lib/exports/bulletins/docx";
import type { Language } from "@/lib/i18n/languages";
import { reviseTarget } from "@/lib/server/targets/revisions";
import { aBulletin, loadYearAndPeople, read as readBulletin } from "@/testing/bulletins";
import { as, done } from "@/testing/people";
import { readTexts } from "@/testing/read-texts";
import { get, routeOf } from "@/testing/requests";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async (original) => {
  const { browser } = await import("@/testing/requests");
  return { ...(await original<object>()), getActor: async () => browser.actor };
});

beforeAll(async () => {
  await loadYearAndPeople();
  const entered = { baselineValue: "123", baselineYear: "2022", reason: "补录", authority: "No. 1" };
  done(await reviseTarget("NT-T01", entered, await as("demo-supervisor", "2023-01-05")));
}, 120_000);

type OfTarget = (request: Request, route: { params: Promise<{ code: string }> }) => Promise<Response>;

const OF_TARGET: Readonly<Record<string, [OfTarget, format: string]>> = {
  "chart.svg": [getSvg, "svg"],
  "chart.pdf": [getPdf, "pdf"],
  "chart.csv": [getChartCsv, "csv"],
  "chart.xlsx": [getChartXlsx, "xlsx"],
  "embedded figure": [getEmbed, "html"],
  "package.zip": [getPackage, "zip"],
  "API detail": [getDetail, "json"],
};
type OfList = Readonly<Record<string, [(request: Request) => Promise<Response>, format: string]>>;
const CHARTS_OF_LIST: OfList = {
  "charts.docx": [getChartsDocx, "docx"],
  "charts.pdf": [getChartsPdf, "pdf"],
  "charts.pptx": [getChartsPptx, "pptx"],
  "charts.zip": [getChartsZip, "zip"],
};
const OF_LIST: OfList = {
  "export.csv": [getCsv, "csv"],
  "export.xlsx": [getXlsx, "xlsx"],
  "API list": [getList, "json"],
};
/** Pixels only: its text is that of the figure in `chart.svg`. */
const WITHOUT_TEXT = ["chart.png"];

test("every file of a target and of a list is in the tables of this test", () => {
  const routes = ["app/targets", "app/targets/[code]"].flatMap((folder) => readdirSync(folder));
  const files = routes.filter((name) => /^[a-z]+\.(?!tsx?$)[a-z]+$/.test(name));
  const tested = [...Object.keys({ ...OF_TARGET, ...OF_LIST, ...CHARTS_OF_LIST }), ...WITHOUT_TEXT];
  expect(files.filter((name) => !tested.includes(name))).toEqual([]);
  expect(files.length).toBeGreaterThan(10);
});

async function wordsOf(response: Response, format: string): Promise<string> {
  expect(response.status).toBe(200);
  if (format === "json") return JSON.stringify(await response.json());
  const texts = await readTexts(format, new Uint8Array(await response.arrayBuffer()));
  return texts.join("\n");
}

const WHOLE_LIST: OfList = { ...OF_LIST, ...CHARTS_OF_LIST };

/** By surface, all its text about the target. */
async function readSurfaces(code: string, lang: Language): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const [name, [handler, format]] of Object.entries(OF_TARGET)) {
    const response = await handler(get(`/targets/${code}/x?lang=${lang}`), routeOf({ code }));
    found.push([name, await wordsOf(response, format)]);
  }
  for (const [name, [handler, format]] of Object.entries(WHOLE_LIST)) {
    found.push([name, await wordsOf(await handler(get(`/x?q=${code}&lang=${lang}`)), format)]);
  }
  return found;
}

const read = new Map<string, Promise<[string, string][]>>();

/** Reads the surfaces of a target once for all that is looked for. @param ofList the surfaces of lists that show it */
async function surfaces(code: string, lang: Language, ofList: OfList): Promise<[string, string][]> {
  const key = `${code} ${lang}`;
  const texts = read.get(key) ?? readSurfaces(code, lang);
  read.set(key, texts);
  return (await texts).filter(([name]) => name in OF_TARGET || name in ofList);
}

const without = (found: readonly [string, string][], words: RegExp) =>
  found.filter(([, text]) => !words.test(text)).map(([name]) => name);

describe.each<[code: string, what: string, words: Record<Language, RegExp>, ofList?: OfList]>([
  ["NT-T02", "its derived baseline", { "zh-CN": /推算|"origin":"derived"/, en: /derived/ }],
  ["NT-T02b", "“about”", { "zh-CN": /左右|"comparator":"about"/, en: /about/ }],
  ["NT-T05", "“more than”", { "zh-CN": /超过|"comparator":"more-than"/, en: /more.than/ }],
  ["NT-T03", "“or better”", { "zh-CN": /以内|"comparator":"within-rank"/, en: /or better|within.rank/ }],
  [
    "NT-M09",
    "its assumed due date",
    { "zh-CN": /规划假设|"periodAssumed":true/, en: /assumption|"periodAssumed":true/ },
  ],
  ["NT-T01", "its baseline that a person entered", { "zh-CN": /录入|"origin":"entered"/, en: /entered/ }],
  [
    "NT-M09",
    "the assumed weights and dates of its steps",
    {
      "zh-CN": /计划日期和权重为规划假设|权重（规划假设）|"assumed":\["weight"/,
      en: /weights?\s[\s\S]{0,80}assum|"assumed":\["weight"/i,
    },
    // A list has no steps.
    CHARTS_OF_LIST,
  ],
])("%s", (code, what, words, ofList = WHOLE_LIST) => {
  test.each(["zh-CN", "en"] as const)(`every surface mentions ${what} in %s`, { timeout: 120_000 }, async (lang) => {
    expect(without(await surfaces(code, lang, ofList), words[lang])).toEqual([]);
  });
});

test("a bulletin in Word keeps the words around every figure and marks assumed days", async () => {
  const { id } = await aBulletin();
  const { bulletin, errata } = await readBulletin(id);
  const words = await readTexts(
    "docx",
    await bulletinToDocx(bulletinDocument(bulletin, errata, "zh-CN"), Readable.from([])),
  );
  for (const phrase of ["27%左右", "超过10亿元", "第2位以内", "（规划假设）"]) {
    expect(words.join("\n")).toContain(phrase);
  }
});
