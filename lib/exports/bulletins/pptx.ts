// A bulletin as slides: native tables and editable charts, one slide per target.
import pptxgen from "pptxgenjs";
import type { BulletinDocument } from "@/lib/bulletins/document";
import {
  type BulletinFacts,
  type BulletinRow,
  countByDepartment,
  countLights,
  type Erratum,
} from "@/lib/bulletins/facts";
import { paragraphsOf } from "@/lib/bulletins/paragraphs";
import { errataTable, lightCell } from "@/lib/bulletins/tables";
import { wrapText } from "@/lib/charts/layout/text-width";
import type { TargetChartModel } from "@/lib/charts/model/chart-model";
import { chartPalette, signColour } from "@/lib/charts/svg/chart-palette";
import { LIGHTS } from "@/lib/domain/targets/types";
import { getTranslator } from "@/lib/i18n/translator";
import type { BulletinCharts } from "./charts";
import { addTargetChart, DOWNWARDS, FONT, GRID, hex, INK, SOFT } from "./pptx-charts";
import { BODY, footed, titled, WIDE } from "./pptx-slides";
import { withStrokes } from "./pptx-strokes";

const RED = "C00000";
const fillOf = (light: BulletinRow["light"]) => hex(chartPalette("screen").lights[light]);

function addCover(deck: pptxgen, document: BulletinDocument): void {
  const slide = deck.addSlide();
  const centred = { ...BODY, align: "center", fontFace: FONT } as const;
  slide.addText(document.masthead, { ...centred, y: 1.2, h: 1, fontSize: 40, bold: true, color: RED });
  slide.addShape("line", { x: 3, y: 2.5, w: WIDE.w - 6, h: 0, line: { color: RED, width: 2 } });
  slide.addText(document.title, { ...centred, y: 2.8, h: 1.2, fontSize: 30, bold: true, color: INK });
  const t = getTranslator(document.lang);
  const number = document.number ?? t("bulletin.inBrackets", { text: document.draftMark ?? "" });
  const about = [document.office, number, document.dateText].join(t("bulletin.gap"));
  slide.addText(about, { ...centred, y: 4.3, h: 0.5, fontSize: 16, color: INK });
  const notes = [document.cutOffText, document.sampleNote].filter(Boolean).join("\n");
  slide.addText(notes, { ...centred, y: 5.2, h: 0.9, fontSize: 13, color: SOFT });
}

/** The text area above the chart of the summary's slide, and of a slide without a chart. */
const BESIDE_CHART = { y: 1.15, h: 1.4, largest: 14, smallest: 12 } as const;
const WHOLE_SLIDE = { y: 1.3, h: 5.5, largest: 18, smallest: 8 } as const;

/** The largest size in points at which the paragraphs fit; null if even the smallest is too large. */
function fittingSize(
  paragraphs: readonly string[],
  { h, largest, smallest }: typeof BESIDE_CHART | typeof WHOLE_SLIDE,
) {
  // A text box has a margin of 0.1 inch on each side; a line takes 1.2 of its size.
  const width = (BODY.w - 0.2) * 72;
  for (let size: number = largest; size >= smallest; size -= 1) {
    const lines = paragraphs.map((text) => wrapText(text, width, size, 1000).length);
    if (lines.reduce((sum, one) => sum + one, 0) * size * 1.2 <= (h - 0.1) * 72) return size;
  }
  return null;
}

function addParagraphs(
  slide: pptxgen.Slide,
  paragraphs: readonly string[],
  area: { y: number; h: number },
  fontSize: number,
) {
  slide.addText(
    paragraphs.map((text) => ({ text, options: { breakLine: true } })),
    { ...BODY, y: area.y, h: area.h, fontFace: FONT, fontSize, color: INK, valign: "top" },
  );
}

function addSummary(deck: pptxgen, document: BulletinDocument, facts: BulletinFacts): void {
  const { lang } = document;
  const summary = document.sections.find((section) => section.key === "summary");
  const heading = summary?.heading ?? document.title;
  const paragraphs = paragraphsOf(summary?.text ?? "");
  const size = fittingSize(paragraphs, BESIDE_CHART);
  if (size === null) {
    const own = deck.addSlide();
    titled(own, heading);
    addParagraphs(own, paragraphs, WHOLE_SLIDE, fittingSize(paragraphs, WHOLE_SLIDE) ?? WHOLE_SLIDE.smallest);
    footed(own, document.cutOffText);
  }
  const slide = deck.addSlide();
  titled(slide, heading);
  if (size !== null) addParagraphs(slide, paragraphs, BESIDE_CHART, size);
  const departments = countByDepartment(facts.rows);
  const counts = countLights(facts.rows);
  const shown = LIGHTS.filter((light) => counts[light] > 0);
  const labels = departments.map((one) => one.name[lang]);
  slide.addChart(
    deck.ChartType.bar,
    shown.map((light) => ({
      name: getTranslator(lang)(`bulletin.pace.${light}`),
      labels,
      values: departments.map((one) => one.counts[light]),
    })),
    {
      ...BODY,
      y: 2.6,
      h: 4.2,
      barDir: "bar",
      barGrouping: "stacked",
      catAxisOrientation: DOWNWARDS,
      chartColors: shown.map(fillOf),
      // Some lights are as pale as the slide.
      dataBorder: { pt: 0.5, color: "8A877F" },
      altText: paragraphs.join(" ") || document.title,
      // A reversed axis would move the numbers to the top.
      valAxisLabelPos: "high",
      valGridLine: GRID,
      showLegend: true,
      legendPos: "b",
      legendFontFace: FONT,
      legendFontSize: 10,
      catAxisLabelFontFace: FONT,
      catAxisLabelFontSize: 10,
      valAxisLabelFontSize: 10,
      valAxisMajorUnit: 1,
    },
  );
  footed(slide, document.cutOffText);
}

function addTarget(deck: pptxgen, row: BulletinRow, model: TargetChartModel, document: BulletinDocument): void {
  const { lang } = document;
  const slide = deck.addSlide();
  titled(slide, `${row.code} ${row.title[lang]}`);
  const { text } = lightCell(row, lang);
  slide.addText(
    [
      { text: text.slice(0, 1), options: { color: hex(signColour(row.light, chartPalette("screen"))), bold: true } },
      {
        text: [text.slice(1), row.owner.name[lang], row.promise[lang]].join(getTranslator(lang)("bulletin.gap")),
        options: { color: INK },
      },
    ],
    { ...BODY, y: 1.15, h: 0.5, fontFace: FONT, fontSize: 16 },
  );
  addTargetChart(deck, slide, model);
  const facts = [row.valueText?.[lang] ?? "", ...paragraphsOf(row.problems), ...paragraphsOf(row.nextStep)].filter(
    Boolean,
  );
  if (facts.length > 0) addReported(slide, facts);
  const { asOfLabel, sourceLabel, illustrativeLabel, assumptionLabel } = model;
  footed(slide, [asOfLabel, sourceLabel, illustrativeLabel, assumptionLabel].filter(Boolean).join(" · "));
}

/** The value in large type, then the problems and the next step. */
function addReported(slide: pptxgen.Slide, facts: readonly string[]): void {
  slide.addText(
    facts.map((one, index) => ({
      text: one,
      options: { breakLine: true, fontSize: index === 0 ? 24 : 13, bold: index === 0 },
    })),
    { x: 9.5, y: 1.75, w: 3.2, h: 4.9, fontFace: FONT, color: INK, valign: "top", fit: "shrink" },
  );
}

const ERRATA_A_SLIDE = 8;

/** Corrections since the bulletin was frozen; the slides before show the printed values. */
function addErrata(deck: pptxgen, document: BulletinDocument, errata: readonly Erratum[]): void {
  const t = getTranslator(document.lang);
  const { columns, rows } = errataTable(errata, document.lang);
  const cell = (text: string, bold = false) => ({ text, options: { fontFace: FONT, fontSize: 12, color: INK, bold } });
  for (let from = 0; from < rows.length; from += ERRATA_A_SLIDE) {
    const slide = deck.addSlide();
    titled(slide, t("bulletin.headings.errata"));
    const shown = rows.slice(from, from + ERRATA_A_SLIDE);
    slide.addTable(
      [columns.map(({ label }) => cell(label, true)), ...shown.map((row) => row.map(({ text }) => cell(text)))],
      { ...BODY, y: 1.4, border: { type: "solid", pt: 0.5, color: "B9B5AB" } },
    );
    footed(slide, t("bulletin.errata", { count: errata.length }));
  }
}

export async function bulletinToPptx(
  document: BulletinDocument,
  facts: BulletinFacts,
  errata: readonly Erratum[],
  charts: BulletinCharts,
): Promise<Buffer> {
  const deck = new pptxgen();
  deck.layout = "LAYOUT_WIDE";
  deck.title = document.title;
  deck.author = document.office;
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
  addCover(deck, document);
  addSummary(deck, document, facts);
  const rows = new Map(facts.rows.map((row) => [row.code, row]));
  for await (const { code, model } of charts) {
    const row = rows.get(code);
    if (row !== undefined) addTarget(deck, row, model, document);
  }
  addErrata(deck, document, errata);
  return withStrokes((await deck.write({ outputType: "nodebuffer" })) as Buffer);
}
