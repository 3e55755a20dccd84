import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { Piscina } from "piscina";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { FILE_THEMES } from "@/lib/charts/layout/figure-choices";
import { viewChart } from "@/lib/charts/model/chart-view";
import { composeMultiples } from "@/lib/charts/model/multiples-model";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { ExportSizeError } from "@/lib/exports/export-bounds";
import { fontFiles, replaceMissingGlyphs } from "@/lib/exports/fonts";
import { chartToPdf } from "@/lib/exports/pdf";
import { chartToPng, svgToPng } from "@/lib/exports/png";
import { chartToSvg } from "@/lib/exports/svg";
import { DrawingBusyError, DrawingError } from "@/lib/exports/threads";
import {
  aChartView,
  aMilestoneChart,
  aRankChart,
  aRevisedCumulativeChart,
  aYesNoChart,
} from "@/testing/chart-builders";

const SIZE = { width: 640, height: 360, theme: "screen" } as const;
const model = prepareTargetChart(aRevisedCumulativeChart());

/** Dark pixels in a part of the picture. */
async function ink(png: Buffer, left: number, top: number, width: number, height: number): Promise<number> {
  const part = sharp(png).extract({ left, top, width, height }).greyscale().raw();
  const { data } = await part.toBuffer({ resolveWithObject: true });
  return data.filter((value) => value < 128).length;
}

describe("an SVG file", () => {
  it("contains all text in the picture", () => {
    const svg = chartToSvg(model, SIZE);
    for (const words of [
      "海门区工业投资完成额",
      "单位：亿元",
      "来源：南通日报",
      "截至2023年9月30日",
      "示例数据",
      "目标 不少于402亿元",
    ]) {
      expect(svg).toContain(words);
    }
    expect(svg).not.toContain("var(");
    expect(svg).not.toContain("NaN");
  });

  it("shows each target's own figure with its comparator in small multiples", () => {
    const panels = [aRankChart({ lang: "en" }), aRevisedCumulativeChart({ lang: "en" })].map(prepareTargetChart);
    const frame = { key: "x", lang: "en", title: "Compared", asOfLabel: "", sourceLabel: "" } as const;
    const svg = chartToSvg(composeMultiples(panels, frame), { ...SIZE, width: 960 });
    expect(svg).toContain(">Unit: Rank · Target 2nd or better</text>");
    expect(svg).toContain(">Unit: CNY billion · Target at least CNY 40.2 billion</text>");
  });

  it.each(FILE_THEMES)("has a different background in %s", (theme) => {
    expect(chartToSvg(model, { ...SIZE, theme })).toMatch(/<rect width="640" height="360" fill="#/);
  });
});

describe("a PNG file", () => {
  it("contains the Chinese title without any system font", async () => {
    const png = await chartToPng(model, { ...SIZE, scale: 1 });
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 640, height: 360 });
    expect(await ink(png, 16, 14, 150, 20)).toBeGreaterThan(300);
    expect(await ink(png, 400, 14, 200, 20)).toBe(0);
  });

  it("grows with its scale", async () => {
    const png = await chartToPng(model, { ...SIZE, scale: 3 });
    expect(await sharp(png).metadata()).toMatchObject({ width: 1920, height: 1080 });
  });

  it.each([
    [1, 3780],
    [2, 7559],
    [2.5, 9449],
    [4, 15118],
  ])("says 96 pixels an inch × its scale: at %s %i a metre", async (scale, perMetre) => {
    const png = await chartToPng(model, { ...SIZE, scale });
    const at = png.indexOf("pHYs", 8, "latin1");
    expect([png.readUInt32BE(at + 4), png.readUInt32BE(at + 8), png.readUInt8(at + 12)]).toEqual([
      perMetre,
      perMetre,
      1,
    ]);
    // The decoder checks every chunk's checksum. 640 pixels are 169.3 mm on paper.
    expect((await sharp(png, { failOn: "warning" }).metadata()).density).toBe(Math.round(96 * scale));
  });

  it("that cannot be drawn does not block its thread", async () => {
    const font = { family: "F", files: [fontFiles().regular] };
    const filename = join(process.cwd(), "lib/exports/picture-worker.mjs");
    const pool = new Piscina({
      filename,
      minThreads: 1,
      maxThreads: 1,
    });
    const [thread] = pool.threads;
    const malformed = "<svg xmlns='http://www.w3.org/2000/svg'><text>a\u000bb</text></svg>";
    for (const svg of [malformed, "no picture", "", "<svg", chartToSvg(model, SIZE)]) {
      const answer = await pool.run({ svg, width: 640, height: 360, scale: svg === "" ? -1 : 1, font });
      expect(Object.keys(answer)).toEqual([svg.length > 1000 ? "drawn" : "fault"]);
    }
    expect(pool.threads).toEqual([thread]);
    await pool.destroy();
    await expect(svgToPng(malformed, SIZE)).rejects.toBeInstanceOf(DrawingError);
  });

  it("is rejected if too many are waiting, without affecting those", async () => {
    const svg = chartToSvg(model, SIZE);
    const many = await Promise.allSettled(Array.from({ length: 230 }, () => svgToPng(svg, SIZE)));
    const refused = many.filter((one) => one.status === "rejected").map((one) => one.reason);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(30);
    for (const reason of refused) expect(reason).toBeInstanceOf(DrawingBusyError);
  });

  it.each([
    ["milestone", aMilestoneChart()],
    ["rank", aRankChart()],
    ["yes-no", aYesNoChart()],
    ["English", aRevisedCumulativeChart({ lang: "en", title: "Industrial investment" })],
    ["empty", aRevisedCumulativeChart({ readings: [], forecast: null, lastYear: [] })],
  ])("is not blank: %s", async (_, input) => {
    const png = await chartToPng(prepareTargetChart(input), { ...SIZE, scale: 1 });
    expect(await ink(png, 0, 0, 640, 360)).toBeGreaterThan(1000);
  });

  it("preserves the words around a character that the font lacks", async () => {
    expect(replaceMissingGlyphs("海门😀区")).toBe("海门[U+1F600]区");
    expect(replaceMissingGlyphs("✕ 未按期完成 ✅")).toBe("× 未按期完成 ✓");
    // The serif lacks two characters of the sans.
    expect(replaceMissingGlyphs("\u{30edd}面\uf938", "sans")).toBe("\u{30edd}面\uf938");
    expect(replaceMissingGlyphs("\u{30edd}面\uf938", "serif")).toBe("[U+30EDD]面[U+F938]");
    // A combining character draws nothing by itself.
    expect(replaceMissingGlyphs("葛\u{e0100}城 👩‍💻\t❤️")).toBe("葛城 [U+1F469 U+1F4BB] [U+2764]");
    const png = await chartToPng(prepareTargetChart(aRevisedCumulativeChart({ title: "海门😀区工业投资" })), {
      ...SIZE,
      scale: 1,
    });
    expect(await ink(png, 16, 14, 150, 20)).toBeGreaterThan(200);
  });

  it("has narrow quotes and ellipses only in text without Chinese, and does not change tags", () => {
    expect(replaceMissingGlyphs("the “eight programmes” and ‘one’")).toBe("the \"eight programmes\" and 'one'");
    expect(replaceMissingGlyphs("Programme…")).toBe("Programme...");
    expect(replaceMissingGlyphs("第四项…")).toBe("第四项…");
    expect(replaceMissingGlyphs("打造“5+3+3”体系")).toBe("打造“5+3+3”体系");
    expect(replaceMissingGlyphs('<svg aria-label="“a”"><text>“a”</text><text>“甲”</text></svg>')).toBe(
      '<svg aria-label="“a”"><text>"a"</text><text>“甲”</text></svg>',
    );
  });
});

describe("a PDF file", () => {
  it("embeds its font and fills its page", async () => {
    const pdf = await chartToPdf(model, SIZE);
    const text = pdf.toString("latin1");
    expect(text.slice(0, 5)).toBe("%PDF-");
    expect(text).toContain("/FontFile2");
    expect(text).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSansSC/);
  });

  it("embeds both weights of the serif and no other font where the chart has it", async () => {
    const pdf = await chartToPdf(viewChart(model, aChartView({ typeface: "serif" })), SIZE);
    const names = [...pdf.toString("latin1").matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name);
    expect([...new Set(names)].toSorted()).toEqual(["NotoSerifSC-Bold", "NotoSerifSC-Regular"]);
  });

  it.each([
    ["default", 960, 254],
    ["half", 590, 156],
    ["square", 720, 190.5],
  ])("is as wide on paper as its pixels at 96 an inch: %s, %i px, %d mm", async (_, width, mm) => {
    const pdf = await chartToPdf(model, { ...SIZE, width });
    const [, right, top] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString("latin1")) ?? [];
    expect((Number(right) * 25.4) / 72).toBeCloseTo(mm, 0);
    expect((Number(top) * 25.4) / 72).toBeCloseTo((360 * 25.4) / 96, 2);
  });

  it("can be searched: its characters map back to Chinese", async () => {
    const pdf = await chartToPdf(model, SIZE);
    const streams = [...pdf.toString("latin1").matchAll(/stream\n([\s\S]*?)\nendstream/g)];
    const maps = streams.flatMap(([, body = ""]) => {
      try {
        return [inflateSync(Buffer.from(body, "latin1")).toString("latin1")];
      } catch {
        return [];
      }
    });
    const code = (character: string) => (character.codePointAt(0) ?? 0).toString(16);
    const unicode = maps.filter((map) => map.includes("beginbfrange") || map.includes("beginbfchar")).join("\n");
    for (const character of "海门区示例数据") expect(unicode.toLowerCase()).toContain(code(character));
  });
});

describe("the bounds", () => {
  it.each([
    [{ width: 239 }, "width"],
    [{ width: 4001 }, "width"],
    [{ width: 640.5 }, "width"],
    [{ width: Number.NaN }, "width"],
    [{ height: 159 }, "height"],
    [{ height: Number.POSITIVE_INFINITY }, "height"],
    [{ scale: 0 }, "scale"],
    [{ scale: 5 }, "scale"],
    [{ width: 4000, height: 4000, scale: 2 }, "pixels"],
  ])("refuse %o by its %s", async (wrong, bound) => {
    const attempt = chartToPng(model, { ...SIZE, scale: 1, ...wrong });
    await expect(attempt).rejects.toBeInstanceOf(ExportSizeError);
    await expect(attempt).rejects.toMatchObject({ bound });
  });
});
