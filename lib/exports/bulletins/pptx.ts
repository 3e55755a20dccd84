// A bulletin as slides: native tables and charts that can be edited, one slide a target.
import pptxgen from "pptxgenjs";
import { chartPalette } from "@/components/charts/figures/chart-palette";
import type { BulletinDocument } from "@/lib/bulletins/document";
import { type BulletinFacts, type BulletinRow, countByDepartment, countLights } from "@/lib/bulletins/facts";
import { lightCell } from "@/lib/bulletins/tables";
import type { PlotChartModel, TargetChartModel } from "@/lib/charts/chart-model";
import { chartWords } from "@/lib/charts/chart-words";
import { LIGHTS } from "@/lib/domain/targets/types";
import type { BulletinCharts } from "./charts";

const FONT = "Microsoft YaHei";
const INK = "1C1B19";
const SOFT = "5C5A55";
const RED = "C00000";
/** Downwards. The library's types know one direction only. */
const DOWNWARDS = "maxMin" as "minMax";
const WIDE = { w: 13.33, h: 7.5 };
const BODY = { x: 0.6, w: WIDE.w - 1.2 };
const colourOf = (light: BulletinRow["light"]) => chartPalette("screen").lights[light].slice(1).toUpperCase();
/** Reported thick, expected and target thinner, the rest quiet; a slide has no dashes to tell them apart by role. */
const SERIES_COLOURS: Readonly<Record<string, string>> = {
  reported: "0B5394",
  expected: "6B6964",
  target: "A33B20",
  stretch: "D88C77",
  baseline: "B0ADA5",
  "last-year": "8F6F1F",
  forecast: "6FA8DC",
};

function titled(slide: pptxgen.Slide, text: string): void {
  slide.addText(text, {
    ...BODY,
    y: 0.35,
    h: 0.8,
    fontFace: FONT,
    fontSize: 24,
    bold: true,
    color: INK,
    fit: "shrink",
  });
}

function footed(slide: pptxgen.Slide, text: string): void {
  slide.addText(text, { ...BODY, y: 6.95, h: 0.4, fontFace: FONT, fontSize: 10, color: SOFT });
}

function addCover(deck: pptxgen, document: BulletinDocument): void {
  const slide = deck.addSlide();
  const centred = { ...BODY, align: "center", fontFace: FONT } as const;
  slide.addText(document.masthead, { ...centred, y: 1.2, h: 1, fontSize: 40, bold: true, color: RED });
  slide.addShape("line", { x: 3, y: 2.5, w: WIDE.w - 6, h: 0, line: { color: RED, width: 2 } });
  slide.addText(document.title, { ...centred, y: 2.8, h: 1.2, fontSize: 30, bold: true, color: INK });
  const about = [document.office, document.number ?? document.draftMark, document.dateText].filter(Boolean).join("　");
  slide.addText(about, { ...centred, y: 4.3, h: 0.5, fontSize: 16, color: INK });
  const notes = [document.cutOffText, document.sampleNote].filter(Boolean).join("\n");
  slide.addText(notes, { ...centred, y: 5.2, h: 0.9, fontSize: 13, color: SOFT });
}

function addSummary(deck: pptxgen, document: BulletinDocument, facts: BulletinFacts): void {
  const { lang } = document;
  const summary = document.sections.find((section) => section.key === "summary");
  const slide = deck.addSlide();
  titled(slide, summary?.heading ?? document.title);
  slide.addText(summary?.text ?? "", {
    ...BODY,
    y: 1.15,
    h: 1.4,
    fontFace: FONT,
    fontSize: 14,
    color: INK,
    valign: "top",
  });
  const departments = countByDepartment(facts.rows);
  const counts = countLights(facts.rows);
  const shown = LIGHTS.filter((light) => counts[light] > 0);
  const labels = departments.map((one) => one.name[lang]);
  slide.addChart(
    deck.ChartType.bar,
    shown.map((light) => ({
      name: chartWords(lang).lights[light],
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
      chartColors: shown.map(colourOf),
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

/** A line chart of the values at their days; a day without a value is a gap and never 0. */
function addPlot(deck: pptxgen, slide: pptxgen.Slide, model: PlotChartModel): void {
  const days = [...new Set(model.series.flatMap((one) => one.points.map((point) => point.on)))].sort();
  if (days.length === 0) return;
  const series = model.series.map((one) => {
    const at = new Map(one.points.map((point) => [point.on, point.y]));
    return { name: one.label, labels: [...days], values: days.map((day) => at.get(day) ?? null) as number[] };
  });
  slide.addChart(deck.ChartType.line, series, {
    x: 0.6,
    y: 2.2,
    w: 8.6,
    h: 4.6,
    chartColors: model.series.map((one) => SERIES_COLOURS[one.role] ?? SOFT),
    displayBlanksAs: "span",
    lineDataSymbolSize: 6,
    showLegend: true,
    legendPos: "b",
    legendFontFace: FONT,
    legendFontSize: 10,
    showValAxisTitle: model.unitLabel !== "",
    valAxisTitle: model.unitLabel,
    valAxisTitleFontFace: FONT,
    valAxisTitleFontSize: 10,
    valAxisOrientation: model.y.reversed ? DOWNWARDS : "minMax",
    catAxisLabelFontSize: 9,
    valAxisLabelFontSize: 9,
    valGridLine: { color: "E3E0D9", size: 0.5 },
  });
}

function addSteps(slide: pptxgen.Slide, model: TargetChartModel): void {
  const { columns, rows } = model.table;
  const cell = (text: string, bold = false) => ({ text, options: { fontFace: FONT, fontSize: 12, color: INK, bold } });
  slide.addTable(
    [columns.map((column) => cell(column.label, true)), ...rows.map((row) => row.cells.map((one) => cell(one.text)))],
    { x: 0.6, y: 2.2, w: 8.6, border: { type: "solid", pt: 0.5, color: "B9B5AB" } },
  );
}

function addTarget(deck: pptxgen, row: BulletinRow, model: TargetChartModel, document: BulletinDocument): void {
  const { lang } = document;
  const slide = deck.addSlide();
  titled(slide, `${row.code} ${row.title[lang]}`);
  const { text } = lightCell(row, lang);
  slide.addText(
    [
      { text: text.slice(0, 1), options: { color: colourOf(row.light), bold: true } },
      { text: `${text.slice(1)}　${row.owner.name[lang]}　${row.promise[lang]}`, options: { color: INK } },
    ],
    { ...BODY, y: 1.15, h: 0.5, fontFace: FONT, fontSize: 16 },
  );
  if (model.drawing === "plot") addPlot(deck, slide, model);
  else addSteps(slide, model);
  const facts = [row.valueText?.[lang], row.problems, row.nextStep].filter((one): one is string => Boolean(one));
  slide.addText(
    facts.map((one, index) => ({
      text: one,
      options: { breakLine: true, fontSize: index === 0 ? 24 : 13, bold: index === 0 },
    })),
    { x: 9.5, y: 2.2, w: 3.2, h: 4.4, fontFace: FONT, color: INK, valign: "top", fit: "shrink" },
  );
  footed(slide, [model.asOfLabel, model.sourceLabel, model.illustrativeLabel].filter(Boolean).join(" · "));
}

export async function bulletinToPptx(
  document: BulletinDocument,
  facts: BulletinFacts,
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
  return (await deck.write({ outputType: "nodebuffer" })) as Buffer;
}
