// A bulletin as sections of paragraphs and tables: the page, the Word file and the PDF only set what stands here.

import { chartWords } from "@/lib/charts/model/chart-words";
import { addMonths, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { LIGHTS } from "@/lib/domain/targets/types";
import { formatIsoDate, formatLongMonth } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import {
  type BulletinFacts,
  countByDepartment,
  countLights,
  type Erratum,
  movementOf,
  rowsNotReported,
  rowsTooOld,
} from "./facts";
import {
  annexTable,
  behindTable,
  changedTable,
  departmentTable,
  dueTable,
  errataTable,
  movedTable,
  notReportedTable,
  type Setting,
  type Table,
} from "./tables";
import { type BulletinTemplate, filledIn, type SectionKey } from "./template";
import { bulletinWords } from "./words";

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
type Prose = Readonly<Partial<Record<Language, Readonly<Partial<Record<ProseKey, string>>>>>>;
type ProseKey = SectionKey | "closing";

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
    const month = formatLongMonth(addMonths(setting.bulletin.month, 1), setting.lang);
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
  const values = { year: bulletin.year, number: bulletin.number ?? "", month: formatLongMonth(bulletin.month, lang) };
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
