// A bulletin as sections of paragraphs and tables: the page, the Word file and the PDF only set what stands here.

import { chartWords } from "@/lib/charts/chart-words";
import { LATE_SHAPES, LIGHT_SHAPES } from "@/lib/charts/light-shapes";
import { addMonths, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { isGreenTooOld } from "@/lib/domain/targets/standing";
import { LIGHTS, type Light } from "@/lib/domain/targets/types";
import { formatIsoDate, formatMonth } from "@/lib/domain/units/format-date";
import { formatNumber, formatRatio } from "@/lib/domain/units/format-measure";
import type { Language } from "@/lib/i18n/languages";
import {
  type BulletinFacts,
  type BulletinRow,
  countByDepartment,
  countLights,
  type Erratum,
  movementOf,
  rowsBehind,
  rowsMoved,
  rowsNotReported,
  rowsTooOld,
} from "./facts";
import { type BulletinTemplate, filledIn, type SectionKey } from "./template";
import { type BulletinWords, bulletinWords } from "./words";

export interface Bulletin {
  /** The first day of its month. */
  readonly month: IsoDate;
  readonly cutOffOn: IsoDate;
  readonly year: number;
  /** Null until it is signed. */
  readonly number: number | null;
  readonly signedOn: IsoDate | null;
  readonly template: BulletinTemplate;
  readonly facts: BulletinFacts;
  readonly prose: Prose;
}

/** The office's own words, by language and section; where there are none, the generated ones stand. */
export type Prose = Readonly<Partial<Record<Language, Readonly<Partial<Record<ProseKey, string>>>>>>;
export type ProseKey = SectionKey | "closing";

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
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Section {
  readonly key: SectionKey | "errata";
  readonly heading: string;
  /** The generated words; `text` is them unless the office wrote its own. */
  readonly generated: string;
  readonly text: string;
  readonly table: Table | null;
}

export interface BulletinDocument {
  readonly lang: Language;
  readonly masthead: string;
  /** Null for a draft: it says that it is one. */
  readonly number: string | null;
  readonly draftMark: string | null;
  readonly office: string;
  readonly title: string;
  readonly recipients: string;
  readonly dateText: string;
  readonly cutOffText: string;
  /** Set when any value in it is a sample. */
  readonly sampleNote: string | null;
  readonly sections: readonly Section[];
  readonly closing: string;
  readonly generatedClosing: string;
}

interface Setting {
  readonly bulletin: Bulletin;
  readonly lang: Language;
  readonly words: BulletinWords;
  readonly lights: Readonly<Record<Light, string>>;
}

/** The light with its shape in front; one that is too old to be green has a shape of its own. */
export function lightCell(row: Pick<BulletinRow, "light" | "freshness" | "adjusted">, lang: Language): Cell {
  const { light, freshness, adjusted } = row;
  const shape = (isGreenTooOld(light, freshness) ? LATE_SHAPES[light] : undefined) ?? LIGHT_SHAPES[light];
  const mark = adjusted ? ` ${bulletinWords(lang).adjusted}` : "";
  return { text: `${shape} ${chartWords(lang).lights[light]}${mark}`, light };
}

function percent(ratio: number | null, words: BulletinWords): string {
  return ratio === null ? words.none : formatRatio(ratio);
}

function points(gap: number | null, words: BulletinWords): string {
  if (gap === null) return words.none;
  const text = formatNumber(gap, { precision: 1, padded: true });
  return gap > 0 ? `+${text}` : text;
}

const left = (key: string, label: string, width: number): Column => ({ key, label, align: "left", width });
const right = (key: string, label: string, width: number): Column => ({ key, label, align: "right", width });

function departmentTable({ bulletin, lang, words, lights }: Setting): Table {
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
      left("department", words.columns.department, 5),
      right("total", words.columns.total, 2),
      ...shown.map((light) => right(light, `${LIGHT_SHAPES[light]} ${lights[light]}`, 2)),
      right("notReported", words.columns.notReported, 2),
    ],
    rows: [
      ...countByDepartment(rows).map((one) => line(one.name[lang], one.counts, one.total, one.notReported)),
      line(words.columns.sum, countLights(rows), rows.length, rowsNotReported(rows).length),
    ],
  };
}

function behindTable({ bulletin, lang, words }: Setting): Table {
  return {
    columns: [
      left("target", words.columns.target, 5),
      left("owner", words.columns.owner, 3),
      left("light", words.columns.light, 2),
      right("gap", words.columns.gap, 2),
      left("problems", words.columns.problems, 4),
      left("nextStep", words.columns.nextStep, 4),
    ],
    rows: rowsBehind(bulletin.facts.rows).map((row) => [
      { text: `${row.code} ${row.title[lang]}` },
      { text: row.owner.name[lang] },
      lightCell(row, lang),
      { text: points(row.gapPoints, words) },
      { text: row.problems || words.noProblems },
      { text: row.nextStep || words.noNextStep },
    ]),
  };
}

function notReportedTable({ bulletin, lang, words }: Setting): Table {
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

function changedTable({ bulletin, lang, words }: Setting): Table {
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
      { text: [one.reason, one.authority].filter(Boolean).join(lang === "en" ? "; " : "；") },
    ]),
  };
}

function movedTable({ bulletin, lang, words, lights }: Setting): Table {
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
        : { text: `${LIGHT_SHAPES[row.lightBefore]} ${lights[row.lightBefore]}`, light: row.lightBefore },
      lightCell(row, lang),
    ]),
  };
}

function dueTable({ bulletin, lang, words }: Setting): Table {
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

function annexTable({ bulletin, lang, words }: Setting): Table {
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

function errataTable(errata: readonly Erratum[], lang: Language, words: BulletinWords): Table {
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
      { text: one.reason },
    ]),
  };
}

function summaryText({ bulletin, lang, words, lights }: Setting): string {
  const { rows } = bulletin.facts;
  const counts = countLights(rows);
  const parts = LIGHTS.filter((light) => counts[light] > 0).map((light) => words.countOf(lights[light], counts[light]));
  const [tooOld, late] = [rowsTooOld(rows).length, rowsNotReported(rows).length];
  const moves = rows.map(movementOf);
  const [better, worse] = (["better", "worse"] as const).map((one) => moves.filter((move) => move === one).length);
  return [
    words.summary(formatIsoDate(bulletin.cutOffOn, lang), rows.length, countByDepartment(rows).length),
    parts.length > 0 ? words.counted(parts) : "",
    late > 0 ? words.notReported(late) : "",
    tooOld > 0 ? words.tooOld(tooOld) : "",
    moves.every((move) => move === null) ? words.notMoved : words.moved(better ?? 0, worse ?? 0),
  ]
    .filter(Boolean)
    .join(lang === "en" ? " " : "");
}

interface Draft {
  readonly generated: string;
  readonly table: Table | null;
}

const withRows = (table: Table) => (table.rows.length === 0 ? null : table);

const SECTIONS: Readonly<Record<SectionKey, (setting: Setting) => Draft>> = {
  summary: (setting) => ({ generated: summaryText(setting), table: null }),
  departments: (setting) => ({ generated: "", table: withRows(departmentTable(setting)) }),
  behind: (setting) => {
    const table = behindTable(setting);
    const { behind, behindNone } = setting.words;
    return { generated: table.rows.length > 0 ? behind(table.rows.length) : behindNone, table: withRows(table) };
  },
  "not-reported": (setting) => {
    const table = notReportedTable(setting);
    const { notReported, notReportedNone } = setting.words;
    const generated = table.rows.length > 0 ? notReported(table.rows.length) : notReportedNone;
    return { generated, table: withRows(table) };
  },
  changed: (setting) => {
    const table = changedTable(setting);
    const { changed, changedNone } = setting.words;
    return { generated: table.rows.length > 0 ? changed(table.rows.length) : changedNone, table: withRows(table) };
  },
  moved: (setting) => {
    const table = movedTable(setting);
    return { generated: table.rows.length > 0 ? "" : setting.words.notMoved, table: withRows(table) };
  },
  due: (setting) => {
    const table = dueTable(setting);
    const month = formatMonth(addMonths(setting.bulletin.month, 1), setting.lang);
    const { due, dueNone } = setting.words;
    return {
      generated: table.rows.length > 0 ? due(table.rows.length, month) : dueNone(month),
      table: withRows(table),
    };
  },
  annex: (setting) => ({
    generated: setting.words.annex(setting.bulletin.facts.rows.length),
    table: withRows(annexTable(setting)),
  }),
};

/** Headings are numbered in Chinese as official documents are: 一、总体情况. An annex and the errata carry no number. */
function numbered(heading: string, index: number, { lang, words }: Setting): string {
  const numeral = words.numerals[index] ?? String(index + 1);
  return lang === "en" ? `${numeral}. ${heading}` : `${numeral}、${heading}`;
}

/** The bulletin in a language, with what has been corrected since. */
export function bulletinDocument(bulletin: Bulletin, errata: readonly Erratum[], lang: Language): BulletinDocument {
  const words = bulletinWords(lang);
  const setting: Setting = { bulletin, lang, words, lights: chartWords(lang).lights };
  const { template, facts } = bulletin;
  const own = bulletin.prose[lang] ?? {};
  const sections = template.sections.map((key, index): Section => {
    const { generated, table } = SECTIONS[key](setting);
    const heading = words.headings[key];
    return {
      key,
      heading: key === "annex" ? heading : numbered(heading, index, setting),
      generated,
      text: own[key] ?? generated,
      table,
    };
  });
  const corrections: Section[] =
    errata.length === 0
      ? []
      : [
          {
            key: "errata",
            heading: words.headings.errata,
            generated: words.errata(errata.length),
            text: words.errata(errata.length),
            table: errataTable(errata, lang, words),
          },
        ];
  const values = { year: bulletin.year, number: bulletin.number ?? "", month: formatMonth(bulletin.month, lang) };
  return {
    lang,
    masthead: template.masthead[lang],
    number: bulletin.number === null ? null : filledIn(template.numbering[lang], values),
    draftMark: bulletin.number === null ? words.draft : null,
    office: template.office[lang],
    title: filledIn(template.title[lang], values),
    recipients: template.recipients[lang],
    dateText: formatIsoDate(bulletin.signedOn ?? bulletin.cutOffOn, lang),
    cutOffText: words.cutOff(formatIsoDate(bulletin.cutOffOn, lang)),
    sampleNote: facts.rows.some((row) => row.sample) ? words.illustrative : null,
    sections: [...sections, ...corrections],
    closing: own.closing ?? template.closing[lang],
    generatedClosing: template.closing[lang],
  };
}
