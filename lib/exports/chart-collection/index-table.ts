// The index of a collection as a table of documents.
import type { Table } from "@/lib/bulletins/tables";
import { getTranslator } from "@/lib/i18n/translator";
import { type ChartCollection, collectionIndex } from "./collection";

const COLUMNS = [
  ["figure", 1],
  ["code", 2],
  ["title", 7],
  ["owner", 3],
] as const;

export function indexTable(collection: ChartCollection): Table {
  const t = getTranslator(collection.lang);
  return {
    columns: COLUMNS.map(([key, width]) => ({
      key,
      label: t(`chartCollection.columns.${key}`),
      align: key === "figure" ? ("right" as const) : ("left" as const),
      width,
      isShort: key !== "title" && key !== "owner",
    })),
    rows: collectionIndex(collection).map((row) => row.map((text) => ({ text }))),
  };
}
