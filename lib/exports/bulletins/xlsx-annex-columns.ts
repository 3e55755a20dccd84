// The columns of a bulletin's annex as a workbook: those that are printed first, then the data for calculations.
import type { BulletinDocument } from "@/lib/bulletins/document";
import type { BulletinRow } from "@/lib/bulletins/facts";
import { daysBetween, type IsoDate } from "@/lib/domain/calendar/iso-date";
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

function gap(row: BulletinRow, line: number, letter: (key: AnnexKey) => string): CellValue {
  const { completionRatio, expectedRatio } = row;
  const result = completionRatio === null || expectedRatio === null ? "" : (completionRatio - expectedRatio) * 100;
  const [done, expected] = [`${letter("completion")}${line}`, `${letter("expected")}${line}`];
  return { formula: `IF(OR(${done}="",${expected}=""),"",(${done}-${expected})*100)`, result };
}

/** The days by which a target is past its due date on the day of the cut-off, and not achieved. */
function overdueDays({ dueOn, light }: BulletinRow, cutOffOn: IsoDate): number | null {
  const days = daysBetween(dueOn, cutOffOn);
  return days > 0 && light !== "achieved" ? days : null;
}

/** In print. */
const PRINTED_KEYS = [
  "code",
  "target",
  "owner",
  "promise",
  "latest",
  "asOf",
  "completion",
  "gap",
  "light",
  "due",
  "overdue",
  "problems",
  "nextStep",
] as const;
/** To the right of the print area. */
const DATA_KEYS = ["unit", "targetValue", "expected", "reporting", "dueBasis", "sample"] as const;
const ANNEX_KEYS = [...PRINTED_KEYS, ...DATA_KEYS];
type AnnexKey = (typeof ANNEX_KEYS)[number];

const letterOfKey = (key: AnnexKey) => letterOf(ANNEX_KEYS.indexOf(key));

/** The annex: every target with its raw numbers. */
export function annexColumns({ lang }: BulletinDocument, cutOffOn: IsoDate): AnnexColumn[] {
  const t = getTranslator(lang);
  const columns: Readonly<Record<AnnexKey, Omit<AnnexColumn, "header">>> = {
    code: { width: 10, value: (row) => row.code },
    target: { width: 34, value: (row) => row.title[lang] },
    owner: { width: 17, value: (row) => row.owner.name[lang] },
    promise: { width: 22, value: (row) => row.promise[lang] },
    unit: { width: 12, value: (row) => formatUnit(row.unit, lang) },
    targetValue: { width: 12, format: "General", value: (row) => numberOf(row.targetValue) },
    latest: { width: 10, format: "General", value: (row) => numberOf(row.value) },
    asOf: { width: 11.5, format: "yyyy-mm-dd", value: (row) => dayOf(row.asOf) },
    completion: { width: 9.5, format: "0.0%", value: (row) => row.completionRatio },
    expected: { width: 11, format: "0.0%", value: (row) => row.expectedRatio },
    gap: {
      width: 10,
      format: "+0.##;-0.##;0",
      // In the metric's unit; in completion points where a bulletin was frozen without it.
      value: (row, line) => (row.gapValue === undefined ? gap(row, line, letterOfKey) : numberOf(row.gapValue)),
    },
    light: { width: 16, value: (row) => t(`bulletin.pace.${row.light}`) },
    reporting: { width: 12, value: (row) => t(`freshness.${row.freshness}`) },
    due: { width: 11.5, format: "yyyy-mm-dd", value: (row) => dayOf(row.dueOn) },
    overdue: { width: 10, format: "0", value: (row) => overdueDays(row, cutOffOn) },
    dueBasis: { width: 10, value: (row) => (row.isDueAssumed ? t("target.assumed") : null) },
    problems: { width: 36, value: (row) => row.problems },
    nextStep: { width: 36, value: (row) => row.nextStep },
    sample: { width: 10, value: (row) => (row.sample ? t("targetList.sample") : null) },
  };
  return ANNEX_KEYS.map((key) => ({ header: t(`bulletin.columns.${key}`), ...columns[key] }));
}
/** The last printed column, and those that the formulas of the summary count. */
export const PRINTED_END = letterOf(PRINTED_KEYS.length - 1);
export const OWNER = letterOfKey("owner");
export const LIGHT = letterOfKey("light");
/** Columns of text right of numbers or days. */
export const AFTER_NUMBERS = [LIGHT, letterOfKey("problems")];
