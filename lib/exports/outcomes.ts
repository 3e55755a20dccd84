// The promises of a source with their results as a Word file and a workbook.
import type { Table } from "@/lib/bulletins/tables";
import { lightShape } from "@/lib/charts/svg/light-shapes";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatUnit } from "@/lib/domain/units/format-measure";
import { TEXT_WIDTH, toDocx } from "@/lib/exports/bulletins/docx-file";
import { table } from "@/lib/exports/bulletins/docx-table";
import { paragraph } from "@/lib/exports/bulletins/docx-text";
import { FILE_AUTHOR } from "@/lib/exports/file-author";
import type { ListColumn, ListRow } from "@/lib/exports/list-rows";
import { rowsToXlsx } from "@/lib/exports/xlsx";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { Outcome, SourceOutcomes } from "@/lib/views/source";
import { countOutcomes, describeOutcome } from "@/lib/wording/describe-outcome";

export function outcomesTitle({ title }: SourceOutcomes, lang: Language): string {
  return getTranslator(lang)("outcomes.of", { source: title[lang] });
}

/** What the table covers, as of which day, how many results are missing, and whether values are samples. */
function headingLines(source: SourceOutcomes, lang: Language): string[] {
  const t = getTranslator(lang);
  const hasSamples = source.outcomes.some(({ row }) => row.standing.latest?.sample);
  return [
    t("outcomes.lead", { day: formatIsoDate(source.today, lang) }),
    countOutcomes(source.outcomes, lang),
    ...(hasSamples ? [t("outcomes.illustrative")] : []),
  ];
}

function lightText({ row: { standing } }: Outcome, lang: Language): string {
  return `${lightShape(standing.light, standing.freshness)} ${getTranslator(lang)(`lights.${standing.light}`)}`;
}

const WORD_COLUMNS = [
  ["quote", 8, false],
  ["target", 5, false],
  ["owner", 3, false],
  ["promise", 3, false],
  ["result", 3, false],
  ["asOf", 2, true],
  ["light", 2, true],
  ["dataSource", 4, false],
] as const;

function wordTable({ outcomes }: SourceOutcomes, lang: Language): Table {
  const t = getTranslator(lang);
  return {
    columns: WORD_COLUMNS.map(([key, width, isShort]) => ({
      key,
      label: t(`outcomes.columns.${key}`),
      align: "left" as const,
      width,
      isShort,
    })),
    rows: outcomes.map((outcome) => {
      const { row } = outcome;
      const { latest } = row.standing;
      const text = describeOutcome(outcome, lang);
      return [
        { text: text.quote },
        { text: `${row.code} ${row.title[lang]}` },
        { text: row.owner.name[lang] },
        { text: text.promise },
        { text: [text.result, ...(text.basis === null ? [] : [text.basis])].join("\n") },
        { text: latest === null ? "—" : formatIsoDate(latest.asOf, lang) },
        { text: lightText(outcome, lang), light: row.standing.light },
        { text: text.dataSource },
      ];
    }),
  };
}

export function outcomesToDocx(source: SourceOutcomes, lang: Language): Promise<Buffer> {
  const title = outcomesTitle(source, lang);
  const [lead = "", ...others] = headingLines(source, lang);
  const children = [
    paragraph("collectionTitle", title),
    ...[lead, ...others].map((line) => paragraph("collectionNote", line)),
    table(wordTable(source, lang), TEXT_WIDTH.A4),
  ];
  return toDocx({
    lang,
    title,
    creator: FILE_AUTHOR,
    description: lead,
    note: [],
    sections: [{ paper: "A4", children }],
  });
}

const SHEET_COLUMNS = [
  "quote",
  "code",
  "target",
  "owner",
  "promise",
  "targetValue",
  "unit",
  "value",
  "result",
  "basis",
  "asOf",
  "light",
  "dataSource",
] as const;
const NUMBERS: ReadonlySet<string> = new Set(["targetValue", "value"]);
const WIDTHS: Readonly<Partial<Record<(typeof SHEET_COLUMNS)[number], number>>> = {
  quote: 60,
  target: 40,
  promise: 28,
  result: 24,
  dataSource: 32,
};

/** Numbers as numbers; a missing result is an empty value, and its words are in the next column. */
export function outcomesToXlsx(source: SourceOutcomes, lang: Language): Promise<Buffer> {
  const t = getTranslator(lang);
  const columns = SHEET_COLUMNS.map(
    (key): ListColumn => ({
      key,
      label: t(`outcomes.columns.${key}`),
      type: NUMBERS.has(key) ? "number" : key === "asOf" ? "date" : "text",
      unit: null,
      ...(WIDTHS[key] !== undefined && { width: WIDTHS[key] }),
    }),
  );
  const rows = source.outcomes.map((outcome): ListRow => {
    const { row } = outcome;
    const { latest } = row.standing;
    const { quote, promise, result, basis, dataSource } = describeOutcome(outcome, lang);
    return [
      quote,
      row.code,
      row.title[lang],
      row.owner.name[lang],
      promise,
      row.terms.value?.toFixed() ?? null,
      formatUnit(row.metric, lang),
      latest?.value?.toFixed() ?? null,
      result,
      basis,
      latest?.asOf ?? null,
      lightText(outcome, lang),
      dataSource,
    ];
  });
  const title = outcomesTitle(source, lang);
  return rowsToXlsx(columns, rows, { name: t("outcomes.title"), heading: [title, ...headingLines(source, lang)] });
}
