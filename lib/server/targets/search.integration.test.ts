import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { auditFiltersSchema } from "@/lib/schemas/audit";
import { readNewTarget } from "@/lib/schemas/new-target";
import { renameDepartment } from "@/lib/server/admin/departments";
import { db } from "@/lib/server/db/client";
import { listEvents } from "@/lib/server/events/data";
import { editMetric } from "@/lib/server/metrics/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { createTarget } from "./create";
import { listTargets } from "./data";

const FORM = {
  code: "2023-S01",
  title: "推进“中瑞（如皋）”产业园５亿元—技改项目",
  titleEn: "Sino-Swiss park: “smart” café",
  owner: "commerce",
  metric: "",
  "metric.name": "技改投资［含设备］",
  "metric.nameEn": "Refit investment",
  "metric.unit": "亿元",
  "metric.kind": "cumulative",
  "metric.direction": "increase",
  "metric.precision": "0",
  comparator: "at-least",
  value: "5",
  planShape: "linear",
  startOn: "2023-01-01",
  dueOn: "2023-12-31",
  calendar: "quarterly",
  visibility: "public",
};

const supervisor = () => as("demo-supervisor");
const codesFor = async (q: string) => (await listTargets({ q }, await supervisor())).rows.map(({ code }) => code);
let made = "";

beforeAll(async () => {
  await loadPageAndPeople();
  const read = readNewTarget(FORM, () => undefined);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  ({ code: made } = done(await createTarget(read.target, await supervisor())));
  const names = { name: "市科学技术局（外专局）", nameEn: "Science Bureau" };
  done(await renameDepartment("science", names, await as("demo-administrator")));
}, 60_000);

describe("search for targets", () => {
  it.each([
    ["full width for half width", "ＮＴ-Ｔ０２", "NT-T02"],
    ["another dash", "nt–t02", "NT-T02"],
    ["an ideographic space between words", "NT-T02　交通", "NT-T02"],
  ])("finds by %s", async (_name, typed, code) => {
    expect(await codesFor(typed)).toContain(code);
  });

  it.each([
    "2023-s01",
    "中瑞(如皋)",
    '"中瑞（如皋）"',
    "「中瑞〔如皋〕」",
    "5亿元-技改",
    "５亿元—技改",
    '"SMART" CAFE',
    "技改投资[含设备]",
    "5\u200b亿元",
  ])("finds stored full width and curly quotes by %s", async (typed) => {
    expect(await codesFor(typed)).toContain(made);
  });

  it("finds an owner whose name has brackets of the other width", async () => {
    expect((await codesFor("科学技术局(外专局)")).length).toBeGreaterThan(0);
    expect(await codesFor("科学技术局(外专局)")).toEqual(await codesFor("科学技术局（外专局）"));
  });

  it("matches % and _ literally, in either width", async () => {
    const all = await codesFor("");
    for (const typed of ["%", "％", "_", "＿", "\\", "100％_"]) {
      expect((await codesFor(typed)).length).toBeLessThan(all.length);
    }
    expect(await codesFor("27％")).toEqual(await codesFor("27%"));
  });

  it("finds a renamed metric by its new name only", async () => {
    const { metric } = await db.target.findUniqueOrThrow({ where: { code: made }, include: { metric: true } });
    const { key, version, name: _name, id: _id, ...rest } = metric;
    const edit = { ...rest, key, version, name: "技改（扩建）投资" } as Parameters<typeof editMetric>[0];
    done(await editMetric(edit, await as("demo-administrator")));
    expect(await codesFor("技改(扩建)投资")).toEqual([made]);
    expect(await codesFor("技改投资［含设备］")).toEqual([]);
  });
});

describe("search in another script", () => {
  it.each([
    ["simplified characters", "交通运输"],
    ["traditional characters", "交通運輸"],
    ["pinyin", "jiaotongyunshu"],
    ["first letters", "jtys"],
    ["the short name of the owner", "交通局"],
    ["the first letters of the short name", "jtj"],
    ["the pinyin of the short name in two words", "jiaotong shi"],
  ])("finds the targets of a department by %s", async (_name, typed) => {
    expect(await codesFor(typed)).toContain("NT-T02");
  });

  it.each(["djt", "djtwctz", "dajiaotong", "DaJiaoTong", "大交通", "大交通完成投資"])(
    "finds a target by its title: %s",
    async (typed) => {
      expect(await codesFor(typed)).toContain("NT-T02");
    },
  );

  it("finds a quote by pinyin and by four first letters, but not by two", async () => {
    await db.$executeRaw`UPDATE target SET search_text = search_text || chr(10) || '翡翠鳄鱼' WHERE code = ${made}`;
    expect(await codesFor("feicui")).toEqual([made]);
    expect(await codesFor("fcey")).toEqual([made]);
    expect(await codesFor("fc")).not.toContain(made);
  });

  it("finds text that was stored in traditional characters", async () => {
    await db.$executeRaw`UPDATE target SET search_text = search_text || chr(10) || '橋樑維護' WHERE code = ${made}`;
    for (const typed of ["桥梁维护", "橋樑維護", "qiaoliangweihu", "qlwh"])
      expect(await codesFor(typed)).toEqual([made]);
  });

  it("finds a renamed department by its new name at once, in pinyin too", async () => {
    const names = { name: "市翡翠管理局", nameEn: "Jade Bureau" };
    expect(await codesFor("feicuiguanli")).toEqual([]);
    const owned = await codesFor("kexuejishuju");
    expect(owned.length).toBeGreaterThan(0);
    done(await renameDepartment("science", names, await as("demo-administrator")));
    expect(await codesFor("feicuiguanli")).toEqual(owned);
    expect(await codesFor("fcj")).toEqual(owned);
  });
});

it("finds audit events by a code typed in full width or lower case", async () => {
  const total = async (q: string) => (await listEvents(auditFiltersSchema.parse({ q }), await supervisor()))?.total;
  expect(await total(made)).toBe(1);
  expect(await total("２０２３－s01")).toBe(1);
  expect(await total("2023-S0")).toBe(0);
});

it("folding a folded text changes nothing, and both widths fold to the same text", async () => {
  const widen = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const texts = fc.sample(fc.string({ maxLength: 40 }), 200).map((text) => text.replaceAll("\0", ""));
  const rows = await db.$queryRaw<{ folded: string; again: string; wide: string }[]>`
    SELECT search_form(one) AS folded, search_form(search_form(one)) AS again, search_form(two) AS wide
    FROM unnest(${texts}::text[], ${texts.map(widen)}::text[]) AS t (one, two)`;
  for (const { folded, again, wide } of rows) {
    expect(again).toBe(folded);
    expect(wide).toBe(folded);
  }
});
