// The annex of a bulletin: every target, with the columns of the template.
import { daysBetween, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { reportStateOf } from "@/lib/domain/targets/report-state";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatRatio } from "@/lib/domain/units/format-measure";
import type { Translator } from "@/lib/i18n/translator";
import type { BulletinRow } from "./facts";
import {
  type Cell,
  type Column,
  dayCell,
  gapText,
  inLines,
  left,
  lightCell,
  right,
  type Setting,
  type Table,
} from "./tables";
import type { AnnexColumn } from "./template";

function percent(ratio: number | null, t: Translator): string {
  return ratio === null ? t("bulletin.none") : formatRatio(ratio);
}

/** A target that needs no report says so; the reporting of the others is in the table of those that have not reported. */
function missingText({ light, freshness, asOf }: BulletinRow, t: Setting["t"]): string {
  const isNeeded = reportStateOf({ light, freshness, hasValue: asOf !== null }) !== "not-needed";
  return t(isNeeded ? "bulletin.none" : "freshness.not-expected");
}

/** The days by which a target is past its due date on the day of the cut-off, and not achieved. */
export function overdueDays({ dueOn, light }: BulletinRow, cutOffOn: IsoDate): number | null {
  const days = daysBetween(dueOn, cutOffOn);
  return days > 0 && light !== "achieved" ? days : null;
}

interface Annexed {
  readonly align: typeof left;
  readonly width: number;
  readonly cell: (row: BulletinRow, setting: Setting) => Cell;
}

const COLUMNS: Readonly<Record<AnnexColumn, Annexed>> = {
  code: { align: left, width: 2.2, cell: (row) => ({ text: row.code }) },
  target: { align: left, width: 5, cell: (row, { lang }) => ({ text: row.title[lang] }) },
  owner: { align: left, width: 3, cell: (row, { lang }) => ({ text: row.owner.name[lang] }) },
  promise: { align: left, width: 3.4, cell: (row, { lang }) => ({ text: row.promise[lang] }) },
  latest: {
    align: right,
    width: 2.4,
    cell: (row, { lang, t }) => ({ text: row.valueText === null ? missingText(row, t) : row.valueText[lang] }),
  },
  asOf: {
    align: left,
    width: 2.6,
    cell: (row, { lang, t }) => ({ text: row.asOf === null ? t("bulletin.none") : formatIsoDate(row.asOf, lang) }),
  },
  completion: { align: right, width: 1.8, cell: (row, { t }) => ({ text: percent(row.completionRatio, t) }) },
  expected: { align: right, width: 1.8, cell: (row, { t }) => ({ text: percent(row.expectedRatio, t) }) },
  gap: { align: right, width: 2.4, cell: (row, { lang, t }) => ({ text: gapText(row, lang, t) }) },
  light: { align: left, width: 2.4, cell: (row, { lang }) => lightCell(row, lang) },
  due: {
    align: left,
    width: 2.6,
    cell: (row, setting) => dayCell(row.dueOn, row.isDueAssumed === true, setting),
  },
  overdue: {
    align: right,
    width: 1.6,
    cell: (row, { bulletin, t }) => ({ text: String(overdueDays(row, bulletin.cutOffOn) ?? t("bulletin.none")) }),
  },
  problems: {
    align: left,
    width: 9,
    cell: (row, { t }) => ({ text: inLines(row.problems) || t("bulletin.none") }),
  },
  nextStep: {
    align: left,
    width: 9,
    cell: (row, { t }) => ({ text: inLines(row.nextStep) || t("bulletin.none") }),
  },
};

export function annexTable(setting: Setting): Table {
  const { bulletin, t } = setting;
  const keys = bulletin.template.columns;
  const column = (key: AnnexColumn): Column =>
    COLUMNS[key].align(key, t(`bulletin.columns.${key}`), COLUMNS[key].width);
  return {
    columns: keys.map(column),
    rows: bulletin.facts.rows.map((row) => keys.map((key) => COLUMNS[key].cell(row, setting))),
  };
}
