// A collection of charts as a Word file: an index, then numbered figures with captions.
import { HeadingLevel, Paragraph } from "docx";
import { TEXT_WIDTH, toDocx } from "@/lib/exports/bulletins/docx-file";
import { picturesOf } from "@/lib/exports/bulletins/docx-pictures";
import { table } from "@/lib/exports/bulletins/docx-table";
import { FACES, heading, paragraph, run, SIZE } from "@/lib/exports/bulletins/docx-text";
import { FILE_AUTHOR } from "@/lib/exports/file-author";
import { getTranslator } from "@/lib/i18n/translator";
import type { ChartCollection } from "./collection";
import { indexTable } from "./index-table";

export async function collectionToDocx(collection: ChartCollection): Promise<Buffer> {
  const { lang, title, about, charts } = collection;
  const pictures = await picturesOf(charts, lang);
  const index = [
    paragraph([run(title, SIZE.title, FACES.title)], { heading: HeadingLevel.TITLE, spacing: { after: 240 } }),
    paragraph([run(about, SIZE.body, FACES.body)]),
    table(indexTable(collection), TEXT_WIDTH),
    new Paragraph({ children: [] }),
  ];
  const figures = [heading(getTranslator(lang)("chartCollection.charts"), lang), ...pictures];
  return toDocx({
    title,
    creator: FILE_AUTHOR,
    description: about,
    note: [],
    sections: [
      { isWide: false, children: index },
      { isWide: false, children: figures },
    ],
  });
}
