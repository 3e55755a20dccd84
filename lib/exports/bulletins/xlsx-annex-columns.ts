// The columns of a bulletin's annex as a workbook: those that are printed first, then the data for calculations.
import { overdueDays } from "@/lib/bulletins/annex-table";
import type { BulletinDocument } from "@/lib/bulletins/document";
import type { BulletinRow } from "@/lib/bulletins/facts";
import { unitOfRow } from "@/lib/bulletins/facts";
import { type AnnexColumn as AnnexColumnKey, orderedColumns } from "@/lib/bulletins/template";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatUnit } from "@/lib/domain/units/format-measure";
import { getTranslator } from "@/lib/i18n/translator";

export type CellValue = string | number | Date | null | { formula: string; result: number | string };

export interface AnnexColumn {
  readonly header: string;
  readonly width: number;
  /** For numbers and days, whose headings are right-aligned too. */
  readonly format?: string;
  readonly value: (row: BulletinRow, line: number) => CellValue;
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));
const dayOf = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

type LetterOf = (key: AnnexKey) => string;

function gap(row: BulletinRow, line: number, letter: LetterOf): CellValue {
  const { completionRatio, expectedRatio } = row;
  const result = completionRatio === null || expectedRatio === null ? "" : (completionRatio - expectedRatio) * 100;
  const [done, expected] = [`${letter("completion")}${line}`, `${letter("expected")}${line}`];
  return { formula: `IF(OR(${done}="",${expected}=""),"",(${done}-${expected})*100)`, result };
}

/** Printed whether the template has them or not: what a workbook is printed for. */
const ALWAYS_PRINTED: readonly AnnexColumnKey[] = ["overdue", "problems", "nextStep"];

/** Only for calculations, always to the right of the print area. */
const DATA_KEYS = ["unit", "targetValue", "reporting", "dueBasis", "sample"] as const;
type AnnexKey = AnnexColumnKey | (typeof DATA_KEYS)[number];

type Columns = Readonly<Record<AnnexKey, Omit<AnnexColumn, "header">>>;

function columnsFor({ lang }: BulletinDocument, cutOffOn: IsoDate, letter: LetterOf): Columns {
  const t = getTranslator(lang);
  // As the other files write days.
  const day = { width: 14.5, format: lang === "zh-CN" ? 'yyyy"年"m"月"d"日"' : "d mmm yyyy" };
  return {
    code: { width: 10, value: (row) => row.code },
    target: { width: 28, value: (row) => row.title[lang] },
    owner: { width: 23, value: (row) => row.owner.name[lang] },
    promise: { width: 22, value: (row) => row.promise[lang] },
    unit: { width: 12, value: (row) => formatUnit(unitOfRow(row), lang) },
    targetValue: { width: 12, format: "General", value: (row) => numberOf(row.targetValue) },
    latest: { width: 11, format: "General", value: (row) => numberOf(row.value) },
    asOf: { ...day, value: (row) => dayOf(row.asOf) },
    completion: { width: 13.5, format: "0.0%", value: (row) => row.completionRatio },
    expected: { width: 11.5, format: "0.0%", value: (row) => row.expectedRatio },
    gap: {
      width: 10,
      format: "+0.##;-0.##;0",
      // In the metric's unit; in completion points where a bulletin was frozen without it.
      value: (row, line) => (row.gapValue === undefined ? gap(row, line, letter) : numberOf(row.gapValue)),
    },
    light: { width: 19, value: (row) => t(`bulletin.pace.${row.light}`) },
    reporting: { width: 12, value: (row) => t(`freshness.${row.freshness}`) },
    due: { ...day, value: (row) => dayOf(row.dueOn) },
    overdue: { width: 10, format: "0", value: (row) => overdueDays(row, cutOffOn) },
    dueBasis: { width: 13, value: (row) => (row.isDueAssumed ? t("target.assumed") : null) },
    problems: { width: 34, value: (row) => row.problems },
    nextStep: { width: 34, value: (row) => row.nextStep },
    sample: { width: 12.5, value: (row) => (row.sample ? t("targetList.sample") : null) },
  };
}

export interface AnnexSheet {
  readonly columns: readonly AnnexColumn[];
  /** The last printed column, and those that the formulas of the summary count. */
  readonly printedEnd: string;
  readonly owner: string;
  readonly light: string;
  /** Columns of text right of numbers or days. */
  readonly afterNumbers: readonly string[];
  /** The columns up to the name, which stay in view; 0 where the name is too far right. */
  readonly fixed: number;
}

/**
 * The annex: every target with its raw numbers. The columns of the template, days overdue, problems and next steps are
 * printed; the others follow.
 */
export function annexSheet(
  document: BulletinDocument,
  cutOffOn: IsoDate,
  chosen: readonly AnnexColumnKey[],
): AnnexSheet {
  const t = getTranslator(document.lang);
  const printed = [...chosen, ...ALWAYS_PRINTED.filter((key) => !chosen.includes(key))];
  const keys: readonly AnnexKey[] = [...orderedColumns({ columns: printed }), ...DATA_KEYS];
  const letter: LetterOf = (key) => letterOf(keys.indexOf(key));
  const all = columnsFor(document, cutOffOn, letter);
  const columns = keys.map((key) => ({ header: t(`bulletin.columns.${key}`), ...all[key] }));
  const isText = (index: number) => columns[index]?.format === undefined;
  const name = keys.indexOf("target") + 1;
  return {
    columns,
    printedEnd: letterOf(printed.length - 1),
    owner: letter("owner"),
    light: letter("light"),
    afterNumbers: columns.flatMap((_, index) =>
      index > 0 && isText(index) && !isText(index - 1) ? [letterOf(index)] : [],
    ),
    fixed: name <= 3 ? name : 0,
  };
}
