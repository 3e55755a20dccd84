// A bulletin as sections of paragraphs and tables; the page, the Word file and the PDF only lay it out.

import { addMonths, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { LIGHTS } from "@/lib/domain/targets/types";
import { formatIsoDate, formatLongMonth } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
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

/** The office's own texts, by language and section; the generated ones apply where there are none. */
type Prose = Readonly<Partial<Record<Language, Readonly<Partial<Record<ProseKey, string>>>>>>;
type ProseKey = SectionKey | "closing";

export interface Section {
  readonly key: SectionKey | "errata";
  readonly heading: string;
  /** The generated text; equal to `text` unless the office wrote its own. */
  readonly generated: string;
  readonly text: string;
  readonly table: Table | null;
}

export interface BulletinDocument {
  readonly lang: Language;
  readonly masthead: string;
  /** Null for a draft, which is marked as one. */
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

function summaryText({ bulletin, lang, t }: Setting): string {
  const { rows } = bulletin.facts;
  const counts = countLights(rows);
  const parts = LIGHTS.filter((light) => counts[light] > 0).map((light) =>
    t("bulletin.countOf", { light: t(`lights.${light}`).toLowerCase(), count: counts[light] }),
  );
  const [tooOld, late] = [rowsTooOld(rows).length, rowsNotReported(rows).length];
  const split = rows.filter((row) => row.isPart).length;
  const moves = rows.map(movementOf);
  const [better, worse] = (["better", "worse"] as const).map((one) => moves.filter((move) => move === one).length);
  return [
    t("bulletin.summary", {
      day: formatIsoDate(bulletin.cutOffOn, lang),
      targets: rows.length,
      departments: countByDepartment(rows).length,
    }),
    split > 0 ? t("bulletin.withParts", { count: split }) : "",
    parts.length > 0 ? t("bulletin.counted", { parts: parts.join(t("punctuation.separator")) }) : "",
    late > 0 ? t("bulletin.notReported", { count: late }) : "",
    tooOld > 0 ? t("bulletin.tooOld", { count: tooOld }) : "",
    moves.every((move) => move === null)
      ? t("bulletin.notMoved")
      : t("bulletin.moved", { better: better ?? 0, worse: worse ?? 0 }),
  ]
    .filter(Boolean)
    .reduce((first, second) => t("bulletin.sentences", { first, second }));
}

interface Draft {
  readonly generated: string;
  readonly table: Table | null;
}

const withRows = (table: Table) => (table.rows.length === 0 ? null : table);

const SECTIONS: Readonly<Record<SectionKey, (setting: Setting) => Draft>> = {
  summary: (setting) => ({ generated: summaryText(setting), table: null }),
  departments: (setting) => ({ generated: "", table: withRows(departmentTable(setting)) }),
  behind: ({ t, ...setting }) => {
    const table = behindTable({ t, ...setting });
    const count = table.rows.length;
    return {
      generated: count > 0 ? t("bulletin.behind", { count }) : t("bulletin.behindNone"),
      table: withRows(table),
    };
  },
  "not-reported": ({ t, ...setting }) => {
    const table = notReportedTable({ t, ...setting });
    const count = table.rows.length;
    const generated = count > 0 ? t("bulletin.notReported", { count }) : t("bulletin.notReportedNone");
    return { generated, table: withRows(table) };
  },
  changed: ({ t, ...setting }) => {
    const table = changedTable({ t, ...setting });
    const count = table.rows.length;
    return {
      generated: count > 0 ? t("bulletin.changed", { count }) : t("bulletin.changedNone"),
      table: withRows(table),
    };
  },
  moved: (setting) => {
    const table = movedTable(setting);
    return { generated: table.rows.length > 0 ? "" : setting.t("bulletin.notMoved"), table: withRows(table) };
  },
  due: ({ t, ...setting }) => {
    const table = dueTable({ t, ...setting });
    const count = table.rows.length;
    const month = formatLongMonth(addMonths(setting.bulletin.month, 1), setting.lang);
    return {
      generated: count > 0 ? t("bulletin.due", { count, month }) : t("bulletin.dueNone", { month }),
      table: withRows(table),
    };
  },
  annex: (setting) => ({
    generated: setting.t("bulletin.annex", { count: setting.bulletin.facts.rows.length }),
    table: withRows(annexTable(setting)),
  }),
};

/** The bulletin in a language, with later corrections. */
export function bulletinDocument(bulletin: Bulletin, errata: readonly Erratum[], lang: Language): BulletinDocument {
  const t = getTranslator(lang);
  const setting: Setting = { bulletin, lang, t };
  const { template, facts } = bulletin;
  const own = bulletin.prose[lang] ?? {};
  const sections = template.sections.map((key, index): Section => {
    const { generated, table } = SECTIONS[key](setting);
    const heading = t(`bulletin.headings.${key}`);
    return {
      key,
      heading: key === "annex" ? heading : t("bulletin.heading", { number: index + 1, heading }),
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
            heading: t("bulletin.headings.errata"),
            generated: t("bulletin.errata", { count: errata.length }),
            text: t("bulletin.errata", { count: errata.length }),
            table: errataTable(errata, lang),
          },
        ];
  const values = { year: bulletin.year, number: bulletin.number ?? "", month: formatLongMonth(bulletin.month, lang) };
  return {
    lang,
    masthead: template.masthead[lang],
    number: bulletin.number === null ? null : filledIn(template.numbering[lang], values),
    draftMark: bulletin.number === null ? t("bulletin.draft") : null,
    office: template.office[lang],
    title: filledIn(template.title[lang], values),
    recipients: template.recipients[lang],
    dateText: formatIsoDate(bulletin.signedOn ?? bulletin.cutOffOn, lang),
    cutOffText: t("bulletin.cutOff", { day: formatIsoDate(bulletin.cutOffOn, lang) }),
    sampleNote: facts.rows.some((row) => row.sample) ? t("bulletin.illustrative") : null,
    sections: [...sections, ...corrections],
    closing: own.closing ?? template.closing[lang],
    generatedClosing: template.closing[lang],
  };
}
