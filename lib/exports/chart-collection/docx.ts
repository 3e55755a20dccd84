// A collection of charts as a Word file: an index, then numbered figures with captions.
import { TEXT_WIDTH, toDocx } from "@/lib/exports/bulletins/docx-file";
import { picturesOf } from "@/lib/exports/bulletins/docx-pictures";
import { table } from "@/lib/exports/bulletins/docx-table";
import { paragraph } from "@/lib/exports/bulletins/docx-text";
import { FILE_AUTHOR } from "@/lib/exports/file-author";
import { getTranslator } from "@/lib/i18n/translator";
import { type ChartCollection, IGNORE_DRAWN, withProgress } from "./collection";
import { indexTable } from "./index-table";

export async function collectionToDocx(collection: ChartCollection, onDrawn = IGNORE_DRAWN): Promise<Buffer> {
  const { lang, title, about, charts } = collection;
  const pictures = await picturesOf(withProgress(charts, onDrawn), lang);
  const index = [
    paragraph("collectionTitle", title),
    paragraph("collectionNote", about),
    table(indexTable(collection), TEXT_WIDTH.portrait),
    paragraph("tableGap", []),
  ];
  const figures = [paragraph("level1", getTranslator(lang)("chartCollection.charts")), ...pictures];
  return toDocx({
    lang,
    title,
    creator: FILE_AUTHOR,
    description: about,
    note: [],
    sections: [
      { paper: "portrait", children: index },
      { paper: "portrait", children: figures },
    ],
  });
}
