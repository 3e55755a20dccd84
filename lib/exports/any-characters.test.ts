// Draws every kind of text with the bundled font: nothing is a box, nothing is outside of its page.
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { bulletinDocument } from "@/lib/bulletins/document";
import { TYPEFACES } from "@/lib/charts/layout/figure-choices";
import { TEXT_SIZE } from "@/lib/charts/layout/figure-layout";
import { viewChart } from "@/lib/charts/model/chart-view";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { cleanLine, cleanTexts } from "@/lib/domain/text/clean-text";
import { LANGUAGES } from "@/lib/i18n/languages";
import { aBulletinOf, aBulletinRow } from "@/testing/bulletin-builders";
import { aChartView, aMilestoneChart, aRankChart, aRevisedCumulativeChart } from "@/testing/chart-builders";
import { readTexts } from "@/testing/read-texts";
import { bulletinToDocx } from "./bulletins/docx";
import { bulletinToPackage } from "./bulletins/package";
import { bulletinToPdf } from "./bulletins/pdf";
import { bulletinToPptx } from "./bulletins/pptx";
import { bulletinToXlsx } from "./bulletins/xlsx";
import { chartToCsv } from "./csv";
import { getFont, typefaceOf } from "./fonts";
import { chartToPdf } from "./pdf";
import { chartToPng } from "./png";
import { chartToBundledSvg, chartToSvg } from "./svg";
import { textToPaths } from "./text-paths";
import { chartToXlsx } from "./xlsx";

const TEXTS = {
  "line ends": "甲\r\n乙\r丙\u2028丁",
  tabs: "甲\t乙",
  emoji: "甲😀👩‍💻❤️🇨🇳乙",
  "rare characters": "𬭎㛃堃𠮷龘",
  "characters that only the sans has":
    "甲\uf900\uf921\uf938\uf949\uf9b3\u{25ad7}\u{27fb7}\u{30edd}\u{30ede}\u{3106c}乙",
  "zero width": "甲\u200b\u200d\u2060\ufeff乙",
  "bidirectional controls": "甲\u202e乙\u2066丙",
  "control characters": "甲\u0001\u000b\u007f\u0085乙\ufffe",
  "private use": "甲\ue000乙",
  "scripts of other languages": "甲 مرحبا नमस्ते 乙",
  "2,000 letters without a space": "Q".repeat(2000),
  "2,000 Chinese characters without a mark": "督".repeat(2000),
} as const;
const cases = Object.entries(TEXTS).map(([kind, text], index) => [kind, text, LANGUAGES[index % 2] ?? "en"] as const);

/** Charts whose every typed text contains `text`. */
function chartsWith(text: string) {
  const typed = { title: `目标${text}`, owner: `部门${text}`, source: `来源${text}` };
  const { metric, terms } = aMilestoneChart();
  const steps = terms.steps.map((step, index) => ({ ...step, name: `第${index}步${text}` }));
  return [
    aRevisedCumulativeChart({ ...typed, metric: { ...aRevisedCumulativeChart().metric, name: `指标${text}` } }),
    aMilestoneChart({ ...typed, metric, terms: { ...terms, steps } }),
    aRankChart({ ...typed, lang: "en" }),
  ].map(prepareTargetChart);
}

const SIZE = { width: 590, height: 520, theme: "print" } as const;

function bulletinWith(text: string) {
  const rows = ["A", "B"].map((code) =>
    aBulletinRow({
      code,
      title: { "zh-CN": `目标${text}`, en: `Target ${text}` },
      light: code === "A" ? "behind" : "missed",
      problems: `问题${text}\n${text}`,
      nextStep: `措施${text}`,
    }),
  );
  const bulletin = aBulletinOf(rows);
  const changed = {
    code: "A",
    title: rows[0]?.title ?? { "zh-CN": "", en: "" },
    on: isoDate("2023-09-12"),
    before: { "zh-CN": "402亿元", en: "402" },
    after: { "zh-CN": "380亿元", en: "380" },
    reason: `调整${text}`.repeat(3),
    authority: "市政府",
  };
  const facts = { ...bulletin.facts, changed: [changed] };
  // As the reads do with stored facts.
  return cleanTexts({ ...bulletin, facts, prose: { "zh-CN": { requirements: `要求${text}\n\n第二段。` } } });
}

/** The glyphs of a PDF by their numbers in its fonts, and the texts that leave their page. */
async function glyphsOf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const drawn: number[] = [];
  const outside: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { fnArray, argsArray } = await page.getOperatorList();
    for (const [index, operator] of fnArray.entries()) {
      if (operator !== OPS.showText) continue;
      const glyphs = (argsArray[index][0] as unknown[]).flatMap((one) =>
        typeof one === "object" && one !== null ? [(one as { originalCharCode: number }).originalCharCode] : [],
      );
      drawn.push(...glyphs);
    }
    const { items } = await page.getTextContent();
    for (const item of items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const [, , , , x = 0, y = 0] = item.transform as number[];
      if (x < 0 || x + item.width > width + 1 || y < 0 || y > height) outside.push(item.str.slice(0, 40));
    }
  }
  await pdf.destroy();
  return { glyphs: drawn, outside };
}

async function expectWholePdf(bytes: Uint8Array): Promise<void> {
  const { glyphs, outside } = await glyphsOf(bytes);
  expect(glyphs.length).toBeGreaterThan(20);
  // 0 is the glyph of a missing character.
  expect(glyphs.filter((glyph) => glyph === 0)).toEqual([]);
  expect(outside).toEqual([]);
}

/** The texts of a drawing that the bundled font cannot draw, or that leave the frame. */
function faultsOf(svg: string, width: number): string[] {
  const faults: string[] = [];
  for (const [, attributes = "", escaped = ""] of svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
    const font = getFont(Number(attribute("font-weight") ?? 400) >= 600 ? "bold" : "regular", typefaceOf(svg));
    const run = font.layout(escaped.replaceAll("&amp;", "&"));
    if (run.glyphs.some(({ id }) => id === 0)) faults.push(`no glyph: ${escaped}`);
    const wide = (run.advanceWidth * Number(attribute("font-size") ?? TEXT_SIZE)) / font.unitsPerEm;
    if (wide > width) faults.push(`too wide: ${escaped.slice(0, 60)}`);
  }
  return faults;
}

describe.each(cases)("text with %s", (_, text, lang) => {
  it.each(TYPEFACES)(
    "is drawn in pictures without a box, in %s",
    async (typeface) => {
      const charts = chartsWith(text).map((model) => viewChart(model, aChartView({ typeface })));
      for (const model of charts) {
        const svg = chartToBundledSvg(model, SIZE);
        expect(svg.match(/<text/g)?.length).toBeGreaterThan(5);
        expect(faultsOf(svg, SIZE.width)).toEqual([]);
        await readTexts("svg", Buffer.from(chartToSvg(model, SIZE)));
        await readTexts("svg", Buffer.from(textToPaths(svg)));
        await readTexts("csv", Buffer.from(chartToCsv(model)));
      }
      const [model] = charts;
      if (model === undefined) throw new Error("no chart");
      await readTexts("png", await chartToPng(model, { ...SIZE, scale: 1 }));
      await readTexts("xlsx", await chartToXlsx(model));
      await expectWholePdf(await chartToPdf(model, SIZE));
    },
    240_000,
  );

  it(`leaves every file of a bulletin valid, in ${lang}`, async () => {
    const bulletin = bulletinWith(text);
    const document = bulletinDocument(bulletin, [], lang);
    // As the reads do with the charts of a bulletin.
    const charts = () =>
      chartsWith(text)
        .slice(0, 1)
        .map((model) => ({ code: "A", model: cleanTexts(model, cleanLine) }));
    await expectWholePdf(await bulletinToPdf(document, charts()));
    await readTexts("docx", await bulletinToDocx(document, charts()));
    await readTexts("xlsx", await bulletinToXlsx(document, bulletin.facts, [], bulletin));
    await readTexts("pptx", await bulletinToPptx(document, bulletin.facts, [], charts()));
    await readTexts("zip", await bulletinToPackage(document, bulletin.facts, []));
  }, 240_000);
});
