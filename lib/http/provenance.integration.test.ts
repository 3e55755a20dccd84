// Every file and page of a target says what its source does not print, and keeps the words around its figure.
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
import { GET as getCsv } from "@/app/targets/export.csv/route";
import { GET as getXlsx } from "@/app/targets/export.xlsx/route";
import { bulletinDocument } from "@/lib/bulletins/document";
import { bulletinToDocx } from "@/lib/exports/bulletins/docx";
import type { Language } from "@/lib/i18n/languages";
import { aBulletin, loadYearAndPeople, read } from "@/testing/bulletins";
import { readTexts } from "@/testing/read-texts";
import { get, routeOf } from "@/testing/requests";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async (original) => {
  const { browser } = await import("@/testing/requests");
  return { ...(await original<object>()), getActor: async () => browser.actor };
});

beforeAll(loadYearAndPeople, 120_000);

type OfTarget = (request: Request, route: { params: Promise<{ code: string }> }) => Promise<Response>;

const OF_TARGET: Readonly<Record<string, [OfTarget, format: string]>> = {
  "chart as SVG": [getSvg, "svg"],
  "chart as PDF": [getPdf, "pdf"],
  "chart as CSV": [getChartCsv, "csv"],
  "chart as workbook": [getChartXlsx, "xlsx"],
  "embedded figure": [getEmbed, "html"],
  "data package": [getPackage, "zip"],
  "API detail": [getDetail, "json"],
};
const OF_LIST: Readonly<Record<string, [(request: Request) => Promise<Response>, format: string]>> = {
  "list as CSV": [getCsv, "csv"],
  "list as workbook": [getXlsx, "xlsx"],
  "API list": [getList, "json"],
};

async function wordsOf(response: Response, format: string): Promise<string> {
  expect(response.status).toBe(200);
  if (format === "json") return JSON.stringify(await response.json());
  const texts = await readTexts(format, new Uint8Array(await response.arrayBuffer()));
  return texts.join("\n");
}

/** By surface, all its text about the target. */
async function surfaces(code: string, lang: Language): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const [name, [handler, format]] of Object.entries(OF_TARGET)) {
    const response = await handler(get(`/targets/${code}/x?lang=${lang}`), routeOf({ code }));
    found.push([name, await wordsOf(response, format)]);
  }
  for (const [name, [handler, format]] of Object.entries(OF_LIST)) {
    found.push([name, await wordsOf(await handler(get(`/x?q=${code}&lang=${lang}`)), format)]);
  }
  return found;
}

const without = (found: readonly [string, string][], words: RegExp) =>
  found.filter(([, text]) => !words.test(text)).map(([name]) => name);

describe.each<[string, string, Record<Language, RegExp>]>([
  ["NT-T02", "its derived baseline", { "zh-CN": /推算|"origin":"derived"/, en: /derived/ }],
  ["NT-T02b", "“about”", { "zh-CN": /左右|"comparator":"about"/, en: /about/ }],
  ["NT-T05", "“more than”", { "zh-CN": /超过|"comparator":"more-than"/, en: /more.than/ }],
  ["NT-T03", "“or better”", { "zh-CN": /以内|"comparator":"within-rank"/, en: /or better|within.rank/ }],
  [
    "NT-M09",
    "its assumed due date",
    { "zh-CN": /规划假设|"periodAssumed":true/, en: /assumption|"periodAssumed":true/ },
  ],
])("%s", (code, what, words) => {
  test.each(["zh-CN", "en"] as const)(`every surface mentions ${what} in %s`, async (lang) => {
    expect(without(await surfaces(code, lang), words[lang])).toEqual([]);
  });
});

test("a bulletin in Word keeps the words around every figure and marks assumed days", async () => {
  const { id } = await aBulletin();
  const { bulletin, errata } = await read(id);
  const words = await readTexts(
    "docx",
    await bulletinToDocx(bulletinDocument(bulletin, errata, "zh-CN"), Readable.from([])),
  );
  for (const phrase of ["27%左右", "超过10亿元", "第2位以内", "（规划假设）"]) {
    expect(words.join("\n")).toContain(phrase);
  }
});
