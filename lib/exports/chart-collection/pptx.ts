// A collection of charts as slides: a cover, the index, then an editable chart with its finding per slide.
import pptxgen from "pptxgenjs";
import { findingSentence } from "@/lib/charts/model/chart-finding";
import { addTargetChart } from "@/lib/exports/bulletins/pptx-charts";
import { toPptx } from "@/lib/exports/bulletins/pptx-file";
import { BODY, fittedTo, footed, titled } from "@/lib/exports/bulletins/pptx-slides";
import { CHART_WIDTHS, FONT, INK, SOFT } from "@/lib/exports/bulletins/pptx-style";
import { addTableSlides } from "@/lib/exports/bulletins/pptx-tables";
import { FILE_AUTHOR } from "@/lib/exports/file-author";
import { getTranslator } from "@/lib/i18n/translator";
import { type ChartCollection, type CollectedChart, IGNORE_DRAWN } from "./collection";
import { indexTable } from "./index-table";

const FINDING = { w: BODY.w, h: 0.6, largest: 14, smallest: 9 } as const;

function addCover(deck: pptxgen, { title, about }: ChartCollection): void {
  const slide = deck.addSlide();
  const centred = { ...BODY, align: "center", fontFace: FONT } as const;
  slide.addText(title, { ...centred, y: 2.4, h: 1.4, fontSize: 34, bold: true, color: INK });
  slide.addText(about, { ...centred, y: 4.1, h: 0.8, fontSize: 16, color: SOFT });
}

function addFigure(deck: pptxgen, { code, owner, model }: CollectedChart, number: number, { lang }: ChartCollection) {
  const t = getTranslator(lang);
  const slide = deck.addSlide();
  titled(slide, t("bulletin.figure", { number, title: `${code} ${model.title}` }));
  const finding = findingSentence(model.finding, lang);
  const { fontSize, texts } = fittedTo(FINDING, [[owner, finding].filter(Boolean).join(" · ")]);
  slide.addText(texts.join(""), { ...BODY, y: 1.15, h: FINDING.h, fontFace: FONT, fontSize, color: INK });
  addTargetChart(deck, slide, model, CHART_WIDTHS.whole);
  const { asOfLabel, sourceLabel, illustrativeLabel, assumptionLabel } = model;
  footed(slide, [asOfLabel, sourceLabel, illustrativeLabel, assumptionLabel].filter(Boolean).join(" · "));
}

export async function collectionToPptx(collection: ChartCollection, onDrawn = IGNORE_DRAWN): Promise<Buffer> {
  const deck = new pptxgen();
  deck.layout = "LAYOUT_WIDE";
  deck.title = collection.title;
  deck.author = FILE_AUTHOR;
  deck.company = FILE_AUTHOR;
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
  addCover(deck, collection);
  const { lang, about } = collection;
  addTableSlides(deck, getTranslator(lang)("chartCollection.index"), indexTable(collection), about);
  for (const [index, chart] of collection.charts.entries()) {
    addFigure(deck, chart, index + 1, collection);
    await onDrawn(index + 1);
  }
  return toPptx(deck);
}
