// The tables of a bulletin: columns, rows and cells.
import { LIGHT_SHAPES, lightShape } from "@/lib/charts/svg/light-shapes";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Light } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator, type Translator } from "@/lib/i18n/translator";
import type { Bulletin } from "./document";
import { type BulletinRow, type Erratum, rowsBehind, rowsMoved, rowsNotReported } from "./facts";
import { paragraphsOf } from "./paragraphs";

/** The texts of departments in a cell: one paragraph below the other. */
export const inLines = (text: string) => paragraphsOf(text).join("\n");

export interface Cell {
  readonly text: string;
  /** Set if the cell is a light, with its shape before the word. */
  readonly light?: Light;
}

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly align: "left" | "right";
  /** Shares of the table's width; they need not sum to anything. */
  readonly width: number;
  /** Codes, days, amounts, lights: hard to read when broken. */
  readonly isShort: boolean;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Setting {
  readonly bulletin: Bulletin;
  readonly lang: Language;
  readonly t: Translator;
}

export const HARD_SPACE = "\u00a0";

/** A light's shape and word, without a line break between them. */
function wholeLight(shape: string, word: string): string {
  return `${shape} ${word}`.replaceAll(" ", HARD_SPACE);
}

/** The light with its shape in front; a stale green light has a different shape. */
export function lightCell(row: Pick<BulletinRow, "light" | "freshness" | "adjusted">, lang: Language): Cell {
  const { light, freshness, adjusted } = row;
  const mark = adjusted ? ` ${getTranslator(lang)("target.adjusted").toLowerCase().replaceAll(" ", HARD_SPACE)}` : "";
  return {
    text: `${wholeLight(lightShape(light, freshness), getTranslator(lang)(`bulletin.pace.${light}`))}${mark}`,
    light,
  };
}

export function gapText({ gapText: text }: BulletinRow, lang: Language, t: Translator): string {
  return text?.[lang] ?? t("bulletin.none");
}

const SHORT: ReadonlySet<string> = new Set(["code", "asOf", "on", "due", "light", "before", "latest", "gap"]);

const aligned =
  (align: Column["align"]) =>
  (key: string, label: string, width: number): Column => ({ key, label, align, width, isShort: SHORT.has(key) });

export const left = aligned("left");

export const right = aligned("right");

/** The sign above its words: next to them, a narrow column would break a Chinese word. */
export const lightHeading = (light: Light, t: Translator) =>
  `${LIGHT_SHAPES[light]}\n${t(`bulletin.paceInHeading.${light}`)}`;

/** A day, and below it whether it is an assumption. */
export function dayCell(day: IsoDate, isAssumed: boolean, { lang, t }: Pick<Setting, "lang" | "t">): Cell {
  const mark = isAssumed ? `\n${t("bulletin.inBrackets", { text: t("target.assumed") })}` : "";
  return { text: `${formatIsoDate(day, lang)}${mark}` };
}

/** @param from the number of targets that the text has already named */
export function behindTable(
  { bulletin, lang, t }: Omit<Setting, "bulletin"> & { readonly bulletin: Pick<Bulletin, "facts"> },
  from: number,
): Table {
  return {
    columns: [
      left("target", t("bulletin.columns.target"), 5),
      left("owner", t("bulletin.columns.owner"), 3),
      left("light", t("bulletin.columns.light"), 2),
      right("gap", t("bulletin.columns.gap"), 3),
      left("problems", t("bulletin.columns.problems"), 9),
      left("nextStep", t("bulletin.columns.nextStep"), 9),
    ],
    rows: rowsBehind(bulletin.facts.rows)
      .slice(from)
      .map((row) => [
        { text: row.title[lang] },
        { text: row.owner.name[lang] },
        lightCell(row, lang),
        { text: gapText(row, lang, t) },
        { text: inLines(row.problems) || t("bulletin.none") },
        { text: inLines(row.nextStep) || t("bulletin.none") },
      ]),
  };
}

export function notReportedTable({ bulletin, lang, t }: Setting): Table {
  return {
    columns: [
      left("target", t("bulletin.columns.target"), 6),
      left("owner", t("bulletin.columns.owner"), 3),
      left("asOf", t("bulletin.columns.asOf"), 2),
      left("reporting", t("bulletin.columns.reporting"), 2),
    ],
    rows: rowsNotReported(bulletin.facts.rows).map((row) => [
      { text: row.title[lang] },
      { text: row.owner.name[lang] },
      { text: row.asOf === null ? t("bulletin.none") : formatIsoDate(row.asOf, lang) },
      { text: t(`freshness.${row.freshness}`) },
    ]),
  };
}

export function changedTable({ bulletin, lang, t }: Setting): Table {
  return {
    columns: [
      left("target", t("bulletin.columns.target"), 5),
      left("on", t("bulletin.columns.on"), 2),
      left("change", t("bulletin.columns.change"), 5),
      left("reason", t("bulletin.columns.reason"), 5),
    ],
    rows: bulletin.facts.changed.map((one) => [
      { text: one.title[lang] },
      { text: formatIsoDate(one.on, lang) },
      { text: `${one.before[lang]} → ${one.after[lang]}` },
      { text: [inLines(one.reason), one.authority].filter(Boolean).join(t("punctuation.semicolon")) },
    ]),
  };
}

export function movedTable({ bulletin, lang, t }: Setting): Table {
  return {
    columns: [
      left("target", t("bulletin.columns.target"), 6),
      left("owner", t("bulletin.columns.owner"), 3),
      left("before", t("bulletin.columns.before"), 2),
      left("light", t("bulletin.columns.light"), 2),
    ],
    rows: rowsMoved(bulletin.facts.rows).map((row) => [
      { text: row.title[lang] },
      { text: row.owner.name[lang] },
      row.lightBefore === null
        ? { text: t("bulletin.none") }
        : {
            text: wholeLight(LIGHT_SHAPES[row.lightBefore], t(`bulletin.pace.${row.lightBefore}`)),
            light: row.lightBefore,
          },
      lightCell(row, lang),
    ]),
  };
}

export function dueTable({ bulletin, lang, t }: Setting): Table {
  return {
    columns: [
      left("on", t("bulletin.columns.due"), 2),
      left("target", t("bulletin.columns.target"), 5),
      left("owner", t("bulletin.columns.owner"), 3),
      left("what", t("bulletin.columns.what"), 4),
    ],
    rows: bulletin.facts.due.map((one) => [
      dayCell(one.on, one.isAssumed === true, { lang, t }),
      { text: one.title[lang] },
      { text: one.owner[lang] },
      { text: one.step === null ? t("bulletin.wholeTarget") : one.step[lang] },
    ]),
  };
}

export function errataTable(errata: readonly Erratum[], lang: Language): Table {
  const t = getTranslator(lang);
  return {
    columns: [
      left("target", t("bulletin.columns.target"), 5),
      left("printed", t("bulletin.columns.printed"), 3),
      left("corrected", t("bulletin.columns.corrected"), 3),
      left("on", t("bulletin.columns.on"), 2),
      left("reason", t("bulletin.columns.reason"), 4),
    ],
    rows: errata.map((one) => [
      { text: one.title[lang] },
      { text: one.printed[lang] },
      { text: one.corrected === null ? t("bulletin.withdrawn") : one.corrected[lang] },
      { text: formatIsoDate(one.correctedOn, lang) },
      { text: inLines(one.reason) },
    ]),
  };
}
