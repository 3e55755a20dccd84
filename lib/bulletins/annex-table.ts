// The annex of a bulletin: every target.
import { reportStateOf } from "@/lib/domain/targets/report-state";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatRatio } from "@/lib/domain/units/format-measure";
import type { Translator } from "@/lib/i18n/translator";
import type { BulletinRow } from "./facts";
import { left, lightCell, right, type Setting, type Table } from "./tables";

function percent(ratio: number | null, t: Translator): string {
  return ratio === null ? t("bulletin.none") : formatRatio(ratio);
}

/** A target that needs no report says so; the reporting of the others is in the table of those that have not reported. */
function missingText({ light, freshness, asOf }: BulletinRow, t: Setting["t"]): string {
  const isNeeded = reportStateOf({ light, freshness, hasValue: asOf !== null }) !== "not-needed";
  return t(isNeeded ? "bulletin.none" : "freshness.not-expected");
}

export function annexTable({ bulletin, lang, t }: Setting): Table {
  return {
    columns: [
      left("code", t("bulletin.columns.code"), 2.2),
      left("target", t("bulletin.columns.target"), 5),
      left("owner", t("bulletin.columns.owner"), 3),
      left("promise", t("bulletin.columns.promise"), 3.4),
      right("latest", t("bulletin.columns.latest"), 2.4),
      left("asOf", t("bulletin.columns.asOf"), 2.6),
      right("completion", t("bulletin.columns.completion"), 1.8),
      right("expected", t("bulletin.columns.expected"), 1.8),
      left("light", t("bulletin.columns.light"), 2.4),
    ],
    rows: bulletin.facts.rows.map((row) => [
      { text: row.code },
      { text: row.title[lang] },
      { text: row.owner.name[lang] },
      { text: row.promise[lang] },
      { text: row.valueText === null ? missingText(row, t) : row.valueText[lang] },
      { text: row.asOf === null ? t("bulletin.none") : formatIsoDate(row.asOf, lang) },
      { text: percent(row.completionRatio, t) },
      { text: percent(row.expectedRatio, t) },
      lightCell(row, lang),
    ]),
  };
}
