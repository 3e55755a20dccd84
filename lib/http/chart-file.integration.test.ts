import { createHash } from "node:crypto";
import ExcelJS from "exceljs";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as getOverviewSvg } from "@/app/chart.svg/route";
import { GET as getComparisonSvg } from "@/app/comparison/chart.svg/route";
import { GET as getDepartmentCsv } from "@/app/departments/[slug]/chart.csv/route";
import { GET as getDepartmentSvg } from "@/app/departments/[slug]/chart.svg/route";
import { GET as getEmbedComparison } from "@/app/embed/comparison/route";
import { GET as getEmbedDepartment } from "@/app/embed/departments/[slug]/route";
import { GET as getEmbedOverview } from "@/app/embed/overview/route";
import { GET as getEmbed } from "@/app/embed/targets/[code]/route";
import { GET as getCsv } from "@/app/targets/[code]/chart.csv/route";
import { GET as getPdf } from "@/app/targets/[code]/chart.pdf/route";
import { GET as getPng } from "@/app/targets/[code]/chart.png/route";
import { GET as getSvg } from "@/app/targets/[code]/chart.svg/route";
import { GET as getXlsx } from "@/app/targets/[code]/chart.xlsx/route";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { problemSchema } from "@/lib/schemas/api";
import { chartQuerySchema } from "@/lib/schemas/chart-query";
import { readLogo } from "@/lib/server/chart-presets/logo";
import { signWords } from "@/lib/server/charts/signature";
import { db } from "@/lib/server/db/client";
import { browser, get, READER, routeOf } from "@/testing/requests";
import { loadSampleYear, makeVisible } from "@/testing/sample-year";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async () => {
  const { browser } = await import("@/testing/requests");
  return { getActor: async () => browser.actor };
});

type Handler = (request: Request, route: { params: Promise<{ code: string }> }) => Promise<Response>;

function ask(handler: Handler, query = "", code = "NT-T02", init?: RequestInit): Promise<Response> {
  return handler(get(`/targets/${code}/chart${query}`, init), routeOf({ code }));
}

async function wrongNames(handler: Handler, query: string): Promise<string[]> {
  const response = await ask(handler, query);
  expect(response.status).toBe(400);
  const { errors } = problemSchema.parse(await response.json());
  return (errors ?? []).map((error) => error.name);
}

beforeAll(loadSampleYear);
beforeEach(() => {
  browser.actor = VISITOR;
  browser.language = null;
});

describe("a target's chart files", () => {
  it("draws a PNG of the requested size and scale", async () => {
    const response = await ask(getPng, "?width=600&height=320&scale=3&theme=grey");
    expect(response.headers.get("content-type")).toBe("image/png");
    const { width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect([width, height]).toEqual([1800, 960]);
  });

  it("marks words that are not signed for this chart as a reader's", async () => {
    const query = chartQuerySchema.parse({ title: "交通投资", footnote: "含高速公路。" });
    const words = "title=交通投资&footnote=含高速公路。";
    const svgOf = async (sig: string, text = words, code = "NT-T02") =>
      (await ask(getSvg, `?${text}${sig === "" ? "" : `&sig=${sig}`}`, code)).text();
    const sig = signWords({ of: "target", code: "NT-T02" }, query);
    expect(await svgOf(sig)).not.toContain("读者");
    for (const wrong of [
      await svgOf(""),
      await svgOf("x"),
      await svgOf(sig, words.replace("投资", "投入")),
      await svgOf(sig, words, "NT-T03"),
    ]) {
      expect(wrong).toContain("（图题由读者自拟）");
      expect(wrong).toContain("含高速公路。（读者自注）");
    }
    const frame = await ask(getEmbed, `?${words}&sig=${sig}`);
    expect(await frame.text()).not.toContain("读者");
  });

  it("draws the logo of a signed address in SVG, PNG, PDF and frame until it is deleted", async () => {
    const red = await sharp({ create: { width: 400, height: 100, channels: 3, background: "#ff0000" } })
      .png()
      .toBuffer();
    const stored = await readLogo(red);
    if (typeof stored === "string") throw new Error(stored);
    await db.chartPreset.create({ data: { name: "红", options: "", savedAt: new Date(), ...stored } });
    const query = `?width=600&height=400&scale=1&logo=${stored.logoKey}`;
    const sig = signWords({ of: "target", code: "NT-T02" }, chartQuerySchema.parse({ logo: stored.logoKey }));
    const reds = async (address: string) => {
      const png = Buffer.from(await (await ask(getPng, address)).arrayBuffer());
      const { data } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      return Array.from({ length: 600 * 400 }, (_, at) => data.readUIntBE(at * 3, 3)).filter((one) => one === 0xff0000)
        .length;
    };
    // 136 × 34 pixels, its edge possibly between two of them.
    expect(await reds(`${query}&sig=${sig}`)).toBeGreaterThan(134 * 32);
    expect(await reds(query)).toBe(0);
    const svg = async (address: string) => (await ask(getSvg, address)).text();
    const image = /<image xmlns:xlink="[^"]*" xlink:href="data:image\/png;base64,/;
    expect(await svg(`${query}&sig=${sig}`)).toMatch(image);
    expect(await svg(query)).not.toMatch(image);
    expect(await (await ask(getEmbed, `${query}&sig=${sig}`)).text()).toMatch(image);
    const pdf = async (address: string) =>
      Buffer.from(await (await ask(getPdf, address)).arrayBuffer()).toString("latin1");
    expect(await pdf(`${query}&sig=${sig}`)).toContain("/Subtype /Image");
    expect(await pdf(query)).not.toContain("/Subtype /Image");
    await db.chartPreset.deleteMany();
    expect(await svg(`${query}&sig=${sig}`)).not.toMatch(image);
  });

  it("draws reported values in an own colour on white, and rejects one that means something else", async () => {
    const svg = async (query: string) => (await ask(getSvg, query)).text();
    expect(await svg("?colour=%231b6e4b")).toMatch(/<g data-series="reported"><path [^>]*stroke="#1b6e4b"/);
    expect(await svg("?colour=%231b6e4b&theme=wall")).not.toMatch(/<g data-series="reported"><path [^>]*"#1b6e4b"/);
    for (const wrong of ["a33b20", "ffff00", "xyz"])
      expect(await wrongNames(getSvg, `?colour=%23${wrong}`)).toEqual(["colour"]);
  });

  it("draws files and frames in the serif of the query, and those without one as before", async () => {
    const textOf = async (handler: Handler, query: string) =>
      Buffer.from(await (await ask(handler, query)).arrayBuffer()).toString("latin1");
    expect(await textOf(getSvg, "?typeface=serif")).toContain('font-family="Noto Serif SC, ');
    expect(await textOf(getSvg, "?typeface=sans")).toBe(await textOf(getSvg, ""));
    expect(await textOf(getSvg, "?typeface=serif&text=paths")).not.toBe(await textOf(getSvg, "?text=paths"));
    expect(await textOf(getPng, "?typeface=serif")).not.toBe(await textOf(getPng, ""));
    expect(await textOf(getPdf, "?typeface=serif")).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSerifSC/);
    expect(await textOf(getPdf, "")).not.toContain("NotoSerifSC");
    expect(await textOf(getEmbed, "?typeface=serif")).toContain('font:14px/1.5 "Songti SC"');
    expect(await textOf(getEmbed, "")).not.toContain("Songti");
    expect(await wrongNames(getSvg, "?typeface=kai")).toEqual(["typeface"]);
  });

  it("draws the type of the query in files and frames, and rejects one that the chart does not have", async () => {
    const svgOf = async (query: string) => (await ask(getSvg, query)).text();
    const bars = /<g data-series="reported"><path d="M[^"]*Z" fill/;
    expect([bars.test(await svgOf("")), bars.test(await svgOf("?type=bar"))]).toEqual([false, true]);
    const bullet = await svgOf("?type=bullet&lang=en");
    expect(bullet).toMatch(/As of 26 Sep 2023.*CNY 28\.98 billion/s);
    expect(await (await ask(getEmbed, "?type=bar")).text()).toMatch(bars);
    const rows = async (query: string) => (await (await ask(getCsv, query)).text()).trim().split("\r\n").length;
    expect([await rows("?type=bar"), await rows("?type=bullet")]).toEqual([await rows(""), 2]);
    for (const handler of [getSvg, getEmbed]) {
      expect(await wrongNames(handler, "?type=pie")).toEqual(["type"]);
      expect(await wrongNames(handler, "?type=dot")).toEqual(["type"]);
    }
    const barsOfDepartment = async (query: string) => {
      const svg = await (await getDepartmentSvg(get(`/x${query}`), routeOf({ slug: "transport" }))).text();
      return svg.match(/<rect[^>]*height="14"/g)?.length ?? 0;
    };
    expect(await barsOfDepartment("")).toBeGreaterThan(0);
    expect(await barsOfDepartment("?type=dot")).toBe(0);
    const overview = await getOverviewSvg(get("/chart.svg?type=bar"), routeOf({}));
    expect(problemSchema.parse(await overview.json()).errors).toEqual([
      { name: "type", message: "is fixed for this chart" },
    ]);
  });

  it("draws the size in millimetres, at 96 pixels per inch", async () => {
    const svg = await (await ask(getSvg, "?mmWidth=156&mmHeight=120")).text();
    expect(svg).toMatch(/width="590" height="454"/);
    expect(await wrongNames(getSvg, "?mmWidth=20")).toEqual(["mmWidth"]);
  });

  it("draws an SVG without scripts, with its title, source and sample caption inside", async () => {
    const response = await ask(getSvg);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    const svg = await response.text();
    for (const words of ["大交通完成投资", "来源：", "示例数据", "单位：亿元", "截至"]) expect(svg).toContain(words);
    expect(svg).not.toMatch(/<script|<foreignObject|href=/);
  });

  it("writes a PDF and a workbook", async () => {
    const pdf = Buffer.from(await (await ask(getPdf)).arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await (await ask(getXlsx, "?lang=en")).arrayBuffer());
    expect(workbook.worksheets[0]?.getCell("A1").value).toBe("Transport investment completed");
  });

  it("writes a CSV with a byte order mark; every line states that its values are samples", async () => {
    const bytes = Buffer.from(await (await ask(getCsv)).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString("utf8").trim().split("\r\n");
    expect(lines.length).toBeGreaterThan(9);
    for (const line of lines.slice(1)) expect(line).toContain("示例数据");
  });

  it("names the file in Chinese, for inline display and download", async () => {
    const shown = (await ask(getSvg)).headers.get("content-disposition") ?? "";
    expect(shown).toMatch(/^inline; filename="NT-T02 2023-09-30\.svg"; filename\*=UTF-8''/);
    expect(decodeURIComponent(shown)).toContain("NT-T02 大交通完成投资 2023-09-30.svg");
    expect((await ask(getSvg, "?download=1")).headers.get("content-disposition")).toMatch(/^attachment/);
    expect((await ask(getCsv)).headers.get("content-disposition")).toMatch(/^attachment/);
  });

  it("shows only what was known on an earlier day", async () => {
    const march = await (await ask(getSvg, "?asOf=2023-03-31&lang=en")).text();
    const september = await (await ask(getSvg, "?lang=en")).text();
    expect(march).toContain("28 Feb 2023");
    expect(march).not.toContain("26 Sep 2023");
    expect(september).toContain("26 Sep 2023");
  });

  it("uses the reader's language unless the query sets one", async () => {
    browser.language = "en-GB";
    expect(await (await ask(getSvg)).text()).toContain("Transport investment completed");
    expect(await (await ask(getSvg, "?lang=zh")).text()).toContain("大交通完成投资");
  });

  it("rejects each invalid parameter by name", async () => {
    const query = "?width=99&height=x&scale=9&theme=pink&lang=fr&asOf=soon&download=yes&foo=1";
    expect((await wrongNames(getPng, query)).sort()).toEqual(
      ["asOf", "download", "foo", "height", "lang", "scale", "theme", "width"].sort(),
    );
    for (const width of ["1e3", "-400", "NaN", "400.5", "99999999999999999999", "0x190", "４００"]) {
      expect(await wrongNames(getPng, `?width=${encodeURIComponent(width)}`)).toEqual(["width"]);
    }
    expect(await wrongNames(getPng, "?asOf=2023-10-01")).toEqual(["asOf"]);
    expect(await wrongNames(getPng, "?width=4000&height=4000&scale=4")).toEqual(["scale"]);
    expect(await wrongNames(getPng, "?height=4000&scale=4")).toEqual(["scale"]);
    expect((await ask(getSvg, "?width=4000&height=4000")).status).toBe(200);
  });

  it("returns 404 to users who may not read the target", async () => {
    await makeVisible("NT-T04", "internal");
    for (const handler of [getPng, getSvg, getCsv, getEmbed]) {
      expect((await ask(handler, "", "NT-T04")).status).toBe(404);
    }
    browser.actor = READER;
    expect((await ask(getSvg, "", "NT-T04")).status).toBe(200);
    expect((await ask(getEmbed, "", "NT-T04")).status).toBe(404);
    expect((await ask(getSvg, "", "NT-X99")).status).toBe(404);
  });

  it("returns 304 without drawing if the client has the file", async () => {
    for (const handler of [getPdf, getXlsx, getPng]) {
      const etag = (await ask(handler)).headers.get("etag") ?? "none";
      expect((await ask(handler, "", "NT-T02", { headers: { "if-none-match": etag } })).status).toBe(304);
      const other = await ask(handler, "?lang=en", "NT-T02", { headers: { "if-none-match": etag } });
      expect(other.status).toBe(200);
    }
  });
});

describe("the other charts", () => {
  it("compares a department's targets and counts the city's lights", async () => {
    const csv = await (await getDepartmentCsv(get("/x"), routeOf({ slug: "transport" }))).text();
    expect(csv).toContain("投资总量在全省位次");
    expect((await getDepartmentCsv(get("/x"), routeOf({ slug: "nowhere" }))).status).toBe(404);
    const svg = await (await getOverviewSvg(get("/chart.svg?lang=en"), routeOf({}))).text();
    expect(svg).toContain("Haimen District");
  });
});

describe("GET /embed/targets/{code}", () => {
  it("may be framed anywhere, runs only its two scripts and sets no cookie", async () => {
    const response = await ask(getEmbed, "?lang=en");
    const policy = response.headers.get("content-security-policy");
    expect(policy).toContain("frame-ancestors *");
    expect(policy).toContain("default-src 'none'");
    expect(response.headers.get("set-cookie")).toBeNull();
    expect((await ask(getEmbed, "?width=4000&height=4000")).status).toBe(200);
    const html = await response.text();
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('href="/targets/NT-T02"');
    expect(html).toContain("Illustrative");
    const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script = ""]) => script);
    expect(scripts).toHaveLength(2);
    const hashes = scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
    expect(policy).toContain(`script-src ${hashes.join(" ")};`);
  });

  it("frames departments, the overview and comparisons too", async () => {
    const department = await getEmbedDepartment(get("/embed/departments/transport"), routeOf({ slug: "transport" }));
    expect(await department.text()).toContain('href="/departments/transport"');
    expect((await getEmbedOverview(get("/embed/overview"), routeOf({}))).status).toBe(200);
    const comparison = await getEmbedComparison(get("/embed/comparison?targets=NT-T02,NT-T03"), routeOf({}));
    expect(await comparison.text()).toContain("目标对比");
  });
});

describe("a chart with the choices of a reader", () => {
  it("hides series, sets notes and a title, in every file", async () => {
    const view = "?from=2023-03-01&to=2023-08-31&hide=expected&on1=2023-06-15&note1=调度会&title=交通投资";
    const svg = await (await ask(getSvg, view)).text();
    for (const words of ["交通投资", "① 2023年6月15日：调度会"]) expect(svg).toContain(words);
    for (const words of ["计划进度", "预测"]) expect(svg).not.toContain(words);
    const csv = await (await ask(getCsv, view)).text();
    expect(csv).not.toContain("计划进度");
    expect(csv).not.toContain("2023-09");
    const paths = await (await ask(getSvg, `${view}&text=paths`)).text();
    expect(paths).not.toContain("<text");
  });

  it.each([
    ["?size=half", 1180, 820],
    ["?size=square", 1440, 1440],
    ["?size=16:9&scale=1", 960, 540],
  ])("has the size that %s names", async (query, width, height) => {
    const { width: wide, height: tall } = await sharp(
      Buffer.from(await (await ask(getPng, query)).arrayBuffer()),
    ).metadata();
    expect([wide, tall]).toEqual([width, height]);
  });

  it("accepts former names of themes", async () => {
    const [dark, wall] = [await ask(getSvg, "?theme=dark"), await ask(getSvg, "?theme=wall")];
    expect(await dark.text()).toBe(await wall.text());
  });

  it("names invalid parameters", async () => {
    expect(await wrongNames(getSvg, "?from=2023-06-01&to=2023-03-01")).toEqual(["to"]);
    expect(await wrongNames(getSvg, "?note2=no day")).toEqual(["on2"]);
    expect(await wrongNames(getSvg, "?from=June&size=huge&theme=neon")).toEqual(["theme", "size", "from"]);
    const many = Array.from({ length: 9 }, (_, index) => `NT-${index}`).join(",");
    const response = await getComparisonSvg(get(`/comparison/chart.svg?targets=${many}`), routeOf({}));
    expect(response.status).toBe(400);
  });
});

describe("compared targets", () => {
  it("are drawn side by side or by completion", async () => {
    const svg = await (
      await getComparisonSvg(get("/comparison/chart.svg?targets=NT-T02,NT-T03,NT-M10"), routeOf({}))
    ).text();
    expect(svg.match(/<svg /g)).toHaveLength(4);
    const shares = await (
      await getComparisonSvg(get("/comparison/chart.svg?targets=NT-T02,NT-T03&as=shares"), routeOf({}))
    ).text();
    expect(shares.match(/<svg /g)).toHaveLength(1);
    expect(shares).toContain("第2位");
  });

  it("return 404 if one of them is not readable: none is dropped silently", async () => {
    const response = await getComparisonSvg(get("/comparison/chart.svg?targets=NT-T02,NT-NONE"), routeOf({}));
    expect(response.status).toBe(404);
  });
});
