// The charts of a bulletin in Word, numbered, each with a caption.
import { ImageRun, Paragraph } from "docx";
import { SIZES } from "@/lib/charts/layout/figure-choices";
import { figureHeight } from "@/lib/charts/layout/figure-height";
import { chartToPng } from "@/lib/exports/png";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { BulletinChart, BulletinCharts } from "./charts";
import { paragraph } from "./docx-text";

/** Two on a page, with text of 8 pt; one with many steps is higher. */
const PICTURE = { width: SIZES.half.width, height: 350, scale: 2.5, theme: "print" } as const;

async function picture({ code, model }: BulletinChart, number: number, lang: Language): Promise<Paragraph[]> {
  const height = figureHeight(model, PICTURE.width, PICTURE.height);
  const data = await chartToPng(model, { ...PICTURE, height });
  const alt = `${code} ${model.description}`;
  return [
    paragraph("figure", [
      new ImageRun({
        type: "png",
        data,
        transformation: { width: PICTURE.width, height },
        altText: { name: code, title: `${code} ${model.title}`, description: alt },
      }),
    ]),
    new Paragraph({
      style: "Caption",
      text: getTranslator(lang)("bulletin.figure", { number, title: `${code} ${model.title}` }),
    }),
  ];
}

/** Reads the next charts while worker threads draw the pictures. */
const AT_ONCE = 3;

export async function picturesOf(charts: BulletinCharts, lang: Language): Promise<Paragraph[]> {
  const drawn: Promise<Paragraph[]>[] = [];
  for await (const chart of charts) {
    drawn.push(picture(chart, drawn.length + 1, lang));
    await drawn.at(-AT_ONCE);
  }
  return (await Promise.all(drawn)).flat();
}
