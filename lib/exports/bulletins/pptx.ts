// A bulletin as slides: native tables and editable charts, one slide per target.
import pptxgen from "pptxgenjs";
import { isInOtherLanguage } from "@/lib/bulletins/as-written";
import type { BulletinDocument } from "@/lib/bulletins/document";
import {
  type BulletinFacts,
  type BulletinRow,
  countByDepartment,
  countLights,
  type Erratum,
  rowsBehind,
} from "@/lib/bulletins/facts";
import { paragraphsOf } from "@/lib/bulletins/paragraphs";
import { behindTable, errataTable, lightCell } from "@/lib/bulletins/tables";
import type { SectionKey } from "@/lib/bulletins/template";
import type { TargetChartModel } from "@/lib/charts/model/chart-model";
import { chartPalette, signColour } from "@/lib/charts/svg/chart-palette";
import { LIGHTS } from "@/lib/domain/targets/types";
import { FILE_AUTHOR } from "@/lib/exports/file-author";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator, type Translator } from "@/lib/i18n/translator";
import type { BulletinCharts } from "./charts";
import { addTargetChart } from "./pptx-charts";
import { toPptx } from "./pptx-file";
import { BODY, fittedTo, fittingSize, footed, titled, WIDE } from "./pptx-slides";
import { DOWNWARDS, FONT, GRID, hex, INK, SOFT } from "./pptx-style";
import { addTableSlides } from "./pptx-tables";

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
const BESIDE_CHART = { w: BODY.w, y: 1.15, h: 1.4, largest: 14, smallest: 12 } as const;
const WHOLE_SLIDE = { w: BODY.w, y: 1.3, h: 5.5, largest: 18, smallest: 8 } as const;

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

/** The heading of a section without its number, because not every section has slides; null without the section. */
function slideHeading({ sections, lang }: BulletinDocument, key: SectionKey): string | null {
  const index = sections.findIndex((section) => section.key === key);
  const heading = sections[index]?.heading ?? null;
  const number = getTranslator(lang)("bulletin.heading", { number: index + 1, heading: "" }).trimEnd();
  return heading?.startsWith(number) ? heading.slice(number.length).trimStart() : heading;
}

function addSummary(deck: pptxgen, document: BulletinDocument, facts: BulletinFacts): void {
  const { lang } = document;
  const summary = document.sections.find((section) => section.key === "summary");
  const heading = slideHeading(document, "summary") ?? document.title;
  const paragraphs = paragraphsOf(summary?.text ?? "");
  const size = fittingSize(paragraphs, BESIDE_CHART);
  if (size === null) {
    const own = deck.addSlide();
    titled(own, heading);
    const { fontSize, texts } = fittedTo(WHOLE_SLIDE, paragraphs);
    addParagraphs(own, texts, WHOLE_SLIDE, fontSize);
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

/** Says that problems and next steps of these targets are in another language; null if none is. */
function languageNote(rows: readonly BulletinRow[], lang: Language): string | null {
  const isNoted = rows.some((row) => [row.problems, row.nextStep].some((text) => isInOtherLanguage(text, lang)));
  return isNoted ? getTranslator(lang)("bulletin.textsAsWritten") : null;
}

function addTarget(deck: pptxgen, row: BulletinRow, model: TargetChartModel, document: BulletinDocument): void {
  const { lang } = document;
  const t = getTranslator(lang);
  const slide = deck.addSlide();
  titled(slide, `${row.code} ${row.title[lang]}`);
  const { text } = lightCell(row, lang);
  slide.addText(
    [
      { text: text.slice(0, 1), options: { color: hex(signColour(row.light, chartPalette("screen"))), bold: true } },
      {
        // Without its name, "all 4 steps done" would be read as what has been done.
        text: [text.slice(1), row.owner.name[lang], labelled(t, "promise", row.promise[lang])].join(t("bulletin.gap")),
        options: { color: INK },
      },
    ],
    { ...BODY, y: 1.15, h: 0.5, fontFace: FONT, fontSize: 16 },
  );
  addTargetChart(deck, slide, model);
  addReported(slide, row, t, lang);
  const { asOfLabel, sourceLabel, illustrativeLabel, assumptionLabel } = model;
  // The last ones may not fit.
  const notes = [asOfLabel, illustrativeLabel, languageNote([row], lang), sourceLabel, assumptionLabel];
  footed(slide, notes.filter(Boolean).join(" · "));
}

const VALUE = { x: 9.5, y: 1.75, w: 3.2, h: 1.3, largest: 22, smallest: 12 } as const;
const REPORTED = { x: 9.5, y: 3.1, w: 3.2, h: 3.7, largest: 13, smallest: 8 } as const;

/** 下一步：推进审批 */
function labelled(t: Translator, column: "promise" | "problems" | "nextStep", text: string): string {
  return `${t(`bulletin.columns.${column}`)}${t("punctuation.colon")}${text}`;
}

/** The latest value in large type, then the problems and the next step. */
function addReported(slide: pptxgen.Slide, row: BulletinRow, t: Translator, lang: Language): void {
  const style = { fontFace: FONT, color: INK } as const;
  const box = ({ x, y, w, h }: typeof VALUE | typeof REPORTED) => ({ x, y, w, h });
  const value = row.valueText?.[lang] ?? "";
  if (value !== "") {
    const large = fittedTo(VALUE, [value]);
    const runs = [
      { text: t("bulletin.columns.latest"), options: { fontSize: REPORTED.largest, color: SOFT, breakLine: true } },
      { text: large.texts.join(""), options: { fontSize: large.fontSize, bold: true } },
    ];
    slide.addText(runs, { ...box(VALUE), ...style, valign: "top" });
  }
  const paragraphs = (["problems", "nextStep"] as const).flatMap((column) =>
    paragraphsOf(row[column]).map((text, index) => (index === 0 ? labelled(t, column, text) : text)),
  );
  if (paragraphs.length === 0) return;
  const { fontSize, texts } = fittedTo(REPORTED, paragraphs);
  slide.addText(
    texts.map((text) => ({ text, options: { breakLine: true } })),
    { ...box(REPORTED), ...style, fontSize, valign: "top" },
  );
}

/** The sections whose table has its own slides, after those behind their plan. */
const TABLES = ["not-reported", "changed", "moved", "due"] as const;

/** What is behind, overdue, revised, changed and due, as tables. */
function addTables(deck: pptxgen, document: BulletinDocument, facts: BulletinFacts): void {
  const { lang, sections, cutOffText } = document;
  const t = getTranslator(lang);
  const behind = slideHeading(document, "behind") ?? t("bulletin.headings.behind");
  const foot = [cutOffText, languageNote(rowsBehind(facts.rows), lang)].filter(Boolean).join(" · ");
  addTableSlides(deck, behind, behindTable({ bulletin: { facts }, lang, t }, 0), foot);
  for (const key of TABLES) {
    const { table = null } = sections.find((section) => section.key === key) ?? {};
    if (table !== null) addTableSlides(deck, slideHeading(document, key) ?? "", table, cutOffText);
  }
}

/** Corrections since the bulletin was frozen; the slides before show the printed values. */
function addErrata(deck: pptxgen, { lang }: BulletinDocument, errata: readonly Erratum[]): void {
  const t = getTranslator(lang);
  const foot = t("bulletin.errata", { count: errata.length });
  addTableSlides(deck, t("bulletin.headings.errata"), errataTable(errata, lang), foot);
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
  deck.company = FILE_AUTHOR;
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
  addCover(deck, document);
  addSummary(deck, document, facts);
  addTables(deck, document, facts);
  const rows = new Map(facts.rows.map((row) => [row.code, row]));
  for await (const { code, model } of charts) {
    const row = rows.get(code);
    if (row !== undefined) addTarget(deck, row, model, document);
  }
  addErrata(deck, document, errata);
  return toPptx(deck);
}
