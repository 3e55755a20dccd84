// Each chart as PNG, SVG and CSV, with an index that spreadsheets open.
import JSZip from "jszip";
import { figureHeight } from "@/lib/charts/layout/figure-height";
import { chartToCsv, rowsToCsv } from "@/lib/exports/csv";
import { chartToPng } from "@/lib/exports/png";
import { chartToSvg } from "@/lib/exports/svg";
import { getTranslator } from "@/lib/i18n/translator";
import { type ChartCollection, collectionIndex, IGNORE_DRAWN, withProgress } from "./collection";

const PICTURE = { width: 960, height: 540, theme: "print" } as const;
const SCALE = 2;

export async function collectionToZip(collection: ChartCollection, onDrawn = IGNORE_DRAWN): Promise<Buffer> {
  const t = getTranslator(collection.lang);
  const zip = new JSZip();
  const columns = (["figure", "code", "title", "owner"] as const).map((key) => ({
    key,
    label: t(`chartCollection.columns.${key}`),
    unit: null,
    type: "text" as const,
  }));
  zip.file("index.csv", rowsToCsv(columns, collectionIndex(collection)));
  // One after another: the pictures of others are drawn in between.
  for await (const { code, model } of withProgress(collection.charts, onDrawn)) {
    const size = { ...PICTURE, height: figureHeight(model, PICTURE.width, PICTURE.height) };
    zip.file(`${code}.png`, await chartToPng(model, { ...size, scale: SCALE }), { compression: "STORE" });
    zip.file(`${code}.svg`, chartToSvg(model, size));
    zip.file(`${code}.csv`, chartToCsv(model));
  }
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}
