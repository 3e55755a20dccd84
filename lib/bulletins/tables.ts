// The tables of a bulletin: which columns, which rows, what stands in each cell.
import { chartWords } from "@/lib/charts/model/chart-words";
import { LIGHT_SHAPES, lightShape } from "@/lib/charts/svg/light-shapes";
import { LIGHTS, type Light } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatNumber, formatRatio } from "@/lib/domain/units/format-measure";
import type { Language } from "@/lib/i18n/languages";
import type { Bulletin } from "./document";
import {
  type BulletinRow,
  countByDepartment,
  countLights,
  type Erratum,
  rowsBehind,
  rowsMoved,
  rowsNotReported,
} from "./facts";
import { paragraphsOf } from "./paragraphs";
import { type BulletinWords, bulletinWords } from "./words";

/** What departments wrote, in a cell: its paragraphs below each other. */
const inLines = (text: string) => paragraphsOf(text).join("\n");

export interface Cell {
  readonly text: string;
  /** Set where the cell is a light, with its shape in front of the word. */
  readonly light?: Light;
}

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly align: "left" | "right";
  /** Shares of the table's width; they need not sum to anything. */
  readonly width: number;
  /** Codes, days, lights: they read badly when they break. */
  readonly isShort: boolean;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Setting {
  readonly bulletin: Bulletin;
  readonly lang: Language;
  readonly words: BulletinWords;
  readonly lights: Readonly<Record<Light, string>>;
}

export const HARD_SPACE = "\u00a0";

/** A light's shape and word, which no line may part. */
function wholeLight(shape: string, word: string): string {
  return `${shape} ${word}`.replaceAll(" ", HARD_SPACE);
}

/** The light with its shape in front; one that is too old to be green has a shape of its own. */
export function lightCell(row: Pick<BulletinRow, "light" | "freshness" | "adjusted">, lang: Language): Cell {
  const { light, freshness, adjusted } = row;
  const mark = adjusted ? ` ${bulletinWords(lang).adjusted.replaceAll(" ", HARD_SPACE)}` : "";
  return { text: `${wholeLight(lightShape(light, freshness), chartWords(lang).lights[light])}${mark}`, light };
}

function percent(ratio: number | null, words: BulletinWords): string {
  return ratio === null ? words.none : formatRatio(ratio);
}

function points(gap: number | null, words: BulletinWords): string {
  if (gap === null) return words.none;
  const text = formatNumber(gap, { precision: 1, padded: true });
  return gap > 0 ? `+${text}` : text;
}

const SHORT: ReadonlySet<string> = new Set(["code", "asOf", "on", "light", "before"]);
const aligned =
  (align: Column["align"]) =>
  (key: string, label: string, width: number): Column => ({ key, label, align, width, isShort: SHORT.has(key) });
const left = aligned("left");
const right = aligned("right");

export function departmentTable({ bulletin, lang, words, lights }: Setting): Table {
  const { rows } = bulletin.facts;
  const shown = LIGHTS.filter((light) => countLights(rows)[light] > 0);
  const line = (name: string, counts: Readonly<Record<Light, number>>, total: number, notReported: number): Cell[] => [
    { text: name },
    { text: String(total) },
    ...shown.map((light) => ({ text: String(counts[light]) })),
    { text: String(notReported) },
  ];
  return {
    columns: [
      left("department", words.columns.department, 6),
      right("total", words.columns.total, 2),
      // The sign above its word: beside it, a narrow column would tear a Chinese word.
      ...shown.map((light) => right(light, `${LIGHT_SHAPES[light]}\n${lights[light]}`, 2)),
      right("notReported", words.columns.notReported, 2),
    ],
    rows: [
      ...countByDepartment(rows).map((one) => line(one.name[lang], one.counts, one.total, one.notReported)),
      line(words.columns.sum, countLights(rows), rows.length, rowsNotReported(rows).length),
    ],
  };
}

export function behindTable({ bulletin, lang, words }: Setting): Table {
  return {
    columns: [
      left("target", words.columns.target, 5),
      left("owner", words.columns.owner, 3),
      left("light", words.columns.light, 2),
      // The unit below: on one line the column would have to be as wide as both, or tear it.
      right("gap", words.columns.gap.replace(/ ?(?=[（(])/, "\n"), 2),
      left("problems", words.columns.problems, 4),
      left("nextStep", words.columns.nextStep, 4),
    ],
    rows: rowsBehind(bulletin.facts.rows).map((row) => [
      { text: `${row.code} ${row.title[lang]}` },
      { text: row.owner.name[lang] },
      lightCell(row, lang),
      { text: points(row.gapPoints, words) },
      { text: inLines(row.problems) || words.noProblems },
      { text: inLines(row.nextStep) || words.noNextStep },
    ]),
  };
}

export function notReportedTable({ bulletin, lang, words }: Setting): Table {
  return {
    columns: [
      left("target", words.columns.target, 6),
      left("owner", words.columns.owner, 3),
      left("asOf", words.columns.asOf, 2),
      left("reporting", words.columns.reporting, 2),
    ],
    rows: rowsNotReported(bulletin.facts.rows).map((row) => [
      { text: `${row.code} ${row.title[lang]}` },
      { text: row.owner.name[lang] },
      { text: row.asOf === null ? words.none : formatIsoDate(row.asOf, lang) },
      { text: words.freshness[row.freshness] },
    ]),
  };
}

export function changedTable({ bulletin, lang, words }: Setting): Table {
  return {
    columns: [
      left("target", words.columns.target, 5),
      left("on", words.columns.on, 2),
      left("change", words.columns.change, 5),
      left("reason", words.columns.reason, 5),
    ],
    rows: bulletin.facts.changed.map((one) => [
      { text: `${one.code} ${one.title[lang]}` },
      { text: formatIsoDate(one.on, lang) },
      { text: `${one.before[lang]} → ${one.after[lang]}` },
      { text: [inLines(one.reason), one.authority].filter(Boolean).join(lang === "en" ? "; " : "；") },
    ]),
  };
}

export function movedTable({ bulletin, lang, words, lights }: Setting): Table {
  return {
    columns: [
      left("target", words.columns.target, 6),
      left("owner", words.columns.owner, 3),
      left("before", words.columns.before, 2),
      left("light", words.columns.light, 2),
    ],
    rows: rowsMoved(bulletin.facts.rows).map((row) => [
      { text: `${row.code} ${row.title[lang]}` },
      { text: row.owner.name[lang] },
      row.lightBefore === null
        ? { text: words.none }
        : { text: wholeLight(LIGHT_SHAPES[row.lightBefore], lights[row.lightBefore]), light: row.lightBefore },
      lightCell(row, lang),
    ]),
  };
}

export function dueTable({ bulletin, lang, words }: Setting): Table {
  return {
    columns: [
      left("on", words.columns.due, 2),
      left("target", words.columns.target, 5),
      left("owner", words.columns.owner, 3),
      left("what", words.columns.what, 4),
    ],
    rows: bulletin.facts.due.map((one) => [
      { text: formatIsoDate(one.on, lang) },
      { text: `${one.code} ${one.title[lang]}` },
      { text: one.owner[lang] },
      { text: one.step === null ? words.wholeTarget : one.step[lang] },
    ]),
  };
}

export function annexTable({ bulletin, lang, words }: Setting): Table {
  return {
    columns: [
      left("code", words.columns.code, 2.2),
      left("target", words.columns.target, 5),
      left("owner", words.columns.owner, 3),
      left("promise", words.columns.promise, 3.4),
      right("latest", words.columns.latest, 2.4),
      left("asOf", words.columns.asOf, 2.6),
      right("completion", words.columns.completion, 1.8),
      right("expected", words.columns.expected, 1.8),
      left("light", words.columns.light, 2.4),
    ],
    rows: bulletin.facts.rows.map((row) => [
      { text: row.code },
      { text: row.title[lang] },
      { text: row.owner.name[lang] },
      { text: row.promise[lang] },
      { text: row.valueText === null ? words.none : row.valueText[lang] },
      { text: row.asOf ?? words.none },
      { text: percent(row.completionRatio, words) },
      { text: percent(row.expectedRatio, words) },
      lightCell(row, lang),
    ]),
  };
}

export function errataTable(errata: readonly Erratum[], lang: Language, words: BulletinWords): Table {
  return {
    columns: [
      left("target", words.columns.target, 5),
      left("printed", words.columns.printed, 3),
      left("corrected", words.columns.corrected, 3),
      left("on", words.columns.on, 2),
      left("reason", words.columns.reason, 4),
    ],
    rows: errata.map((one) => [
      { text: `${one.code} ${one.title[lang]}` },
      { text: one.printed[lang] },
      { text: one.corrected === null ? words.takenBack : one.corrected[lang] },
      { text: formatIsoDate(one.correctedOn, lang) },
      { text: inLines(one.reason) },
    ]),
  };
}
