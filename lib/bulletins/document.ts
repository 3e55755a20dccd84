// A bulletin as sections of paragraphs and tables; the page, the Word file and the PDF only lay it out.

import { addMonths, type IsoDate } from "@/lib/domain/calendar/iso-date";
import type { LabelKind } from "@/lib/domain/targets/labels";
import { formatIsoDate, formatLongMonth } from "@/lib/domain/units/format-date";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import { getTranslator, type Translator } from "@/lib/i18n/translator";
import { annexTable } from "./annex-table";
import { lineIn, paragraphsIn } from "./as-written";
import { departmentTable, labelTable } from "./count-tables";
import { type BulletinFacts, type BulletinRow, type Erratum, rowsBehind } from "./facts";
import { annexText, behindText, changedText, departmentsText, labelsText, MOST_SENTENCES, summaryText } from "./prose";
import {
  behindTable,
  changedTable,
  dueTable,
  errataTable,
  movedTable,
  notReportedTable,
  type Setting,
  type Table,
} from "./tables";
import { type BulletinTemplate, filledIn, type OwnSection, type SectionKey } from "./template";

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
  /** The text as published, so that later changes of the wording do not reach it; null before publication. */
  readonly published: PublishedText | null;
}

type PublishedText = Readonly<Record<Language, BulletinDocument>>;

/** The office's own texts, by language and section; the generated ones apply where there are none. */
type Prose = Readonly<Partial<Record<Language, Readonly<Partial<Record<ProseKey, string>>>>>>;
export type ProseKey = SectionKey | "closing";

export interface Section {
  readonly key: SectionKey | "errata";
  readonly heading: string;
  /** The generated text; equal to `text` unless the office wrote its own. */
  readonly generated: string;
  /** The office wrote its text in another language only, which is printed here with a note. */
  readonly isUntranslated: boolean;
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
  /** See Section. */
  readonly isClosingUntranslated: boolean;
  /** The names of the annex and the charts, as listed before the signature. */
  readonly attachments: readonly string[];
  /** Null if nobody receives a copy. */
  readonly copyToText: string | null;
  readonly printedBy: string;
  readonly printedOnText: string;
  /** The heading of the charts. */
  readonly chartsHeading: string;
}

interface Draft {
  readonly generated: string;
  readonly table: Table | null;
}

const withRows = (table: Table) => (table.rows.length === 0 ? null : table);

/** A table with a sentence above it; empty without rows. */
function aboutTable(table: Table, text: (count: number) => string): Draft {
  const count = table.rows.length;
  return { generated: count === 0 ? "" : text(count), table: withRows(table) };
}

/** The values of the placeholders in the template's texts. */
function placeholdersOf({ month, year, number }: Bulletin, lang: Language) {
  return { year, number: number ?? "", month: formatLongMonth(month, lang) };
}

function ownSection(key: OwnSection) {
  return ({ bulletin, lang, t }: Setting): Draft => {
    const text = bulletin.template.ownTexts[key];
    if (text === undefined) return { generated: "", table: null };
    return { generated: filledIn(paragraphsIn(text, lang, t), placeholdersOf(bulletin, lang)), table: null };
  };
}

function labelSection(kind: LabelKind) {
  return (setting: Setting): Draft => {
    const table = labelTable(setting, kind);
    return { generated: table === null ? "" : labelsText(setting, kind), table };
  };
}

/** The template's own heading of a section, or the usual one, without a number. */
export function sectionHeading(bulletin: Bulletin, key: SectionKey, lang: Language): string {
  const own = bulletin.template.headings[key]?.[lang] ?? "";
  return own === "" ? getTranslator(lang)(`bulletin.headings.${key}`) : filledIn(own, placeholdersOf(bulletin, lang));
}

const SECTIONS: Readonly<Record<SectionKey, (setting: Setting) => Draft>> = {
  summary: (setting) => ({ generated: summaryText(setting), table: null }),
  departments: (setting) => ({ generated: departmentsText(setting), table: withRows(departmentTable(setting)) }),
  plans: labelSection("plan"),
  topics: labelSection("topic"),
  categories: labelSection("category"),
  // The sentences name the first targets, the table the others.
  behind: (setting) => ({ generated: behindText(setting), table: withRows(behindTable(setting, MOST_SENTENCES)) }),
  "not-reported": (setting) =>
    aboutTable(notReportedTable(setting), (count) => setting.t("bulletin.notReported", { count })),
  changed: (setting) => aboutTable(changedTable(setting), (count) => changedText(setting, count)),
  moved: (setting) => aboutTable(movedTable(setting), () => ""),
  due: ({ t, ...setting }) => {
    const month = formatLongMonth(addMonths(setting.bulletin.month, 1), setting.lang);
    return aboutTable(dueTable({ t, ...setting }), (count) => t("bulletin.due", { count, month }));
  },
  requirements: ({ bulletin, lang, t }) => ({
    generated: paragraphsIn(bulletin.template.requirements, lang, t),
    table: null,
  }),
  annex: (setting) => aboutTable(annexTable(setting), (count) => annexText(setting, count)),
  "own-1": ownSection("own-1"),
  "own-2": ownSection("own-2"),
  "own-3": ownSection("own-3"),
};

/** The office's text in this language, or its text in another language as written, with a note; null for neither. */
function ownText({ prose }: Bulletin, key: ProseKey, lang: Language, t: Translator) {
  const own = prose[lang]?.[key];
  if (own !== undefined) return { text: own, isUntranslated: false };
  const [other] = LANGUAGES.flatMap((one) => prose[one]?.[key] ?? []);
  return other === undefined ? null : { text: `${t("bulletin.asWritten")}\n${other}`, isUntranslated: true };
}

/** The targets whose chart is in the files, in their order. */
export function rowsWithChart({ template, facts }: Pick<Bulletin, "template" | "facts">): readonly BulletinRow[] {
  if (template.charts === "none") return [];
  const behind = new Set(rowsBehind(facts.rows));
  return template.charts === "all" ? facts.rows : facts.rows.filter((row) => behind.has(row));
}

function attachmentsOf(bulletin: Bulletin, lang: Language): string[] {
  const t = getTranslator(lang);
  // A target without a figure has no chart.
  const hasCharts = rowsWithChart(bulletin).some(({ light }) => light !== "unset");
  return [
    ...(bulletin.template.sections.includes("annex") ? [sectionHeading(bulletin, "annex", lang)] : []),
    ...(hasCharts ? [t("bulletin.charts")] : []),
  ];
}

/** The bulletin in a language as published, or as it would be published now, with later corrections. */
export function bulletinDocument(bulletin: Bulletin, errata: readonly Erratum[], lang: Language): BulletinDocument {
  const document = bulletin.published?.[lang] ?? composeDocument(bulletin, lang);
  if (errata.length === 0) return document;
  const t = getTranslator(lang);
  const text = t("bulletin.errata", { count: errata.length });
  const corrections: Section = {
    key: "errata",
    heading: t("bulletin.headings.errata"),
    generated: text,
    text,
    isUntranslated: false,
    table: errataTable(errata, lang),
  };
  return { ...document, sections: [...document.sections, corrections] };
}

/** The text from the facts, the template and the office's own texts, in the present wording. */
export function composeDocument(bulletin: Bulletin, lang: Language): BulletinDocument {
  const t = getTranslator(lang);
  const setting: Setting = { bulletin, lang, t };
  const { template, facts } = bulletin;
  const own = (key: ProseKey) => ownText(bulletin, key, lang, t);
  const attachments = attachmentsOf(bulletin, lang);
  const attached = (name: string) => t("bulletin.attached", { number: attachments.indexOf(name) + 1, name });
  const sections = template.sections
    .map((key) => ({ key, ...SECTIONS[key](setting) }))
    // An empty section is left out, unless the office has written its text.
    .filter(({ key, generated, table }) => generated !== "" || table !== null || own(key) !== null)
    .map(({ key, generated, table }, index): Section => {
      const heading = sectionHeading(bulletin, key, lang);
      return {
        key,
        heading: key === "annex" ? attached(heading) : t("bulletin.heading", { number: index + 1, heading }),
        generated,
        text: own(key)?.text ?? generated,
        isUntranslated: own(key)?.isUntranslated ?? false,
        table,
      };
    });
  const day = formatIsoDate(bulletin.signedOn ?? bulletin.cutOffOn, lang);
  const values = placeholdersOf(bulletin, lang);
  const copyTo = lineIn(template.copyTo, lang, t);
  return {
    lang,
    masthead: template.masthead[lang],
    number: bulletin.number === null ? null : filledIn(template.numbering[lang], values),
    draftMark: bulletin.number === null ? t("bulletin.draft") : null,
    office: template.office[lang],
    title: filledIn(template.title[lang], values),
    recipients: template.recipients[lang],
    dateText: day,
    cutOffText: t("bulletin.cutOff", { day: formatIsoDate(bulletin.cutOffOn, lang) }),
    sampleNote: facts.rows.some((row) => row.sample) ? t("bulletin.illustrative") : null,
    sections,
    closing: own("closing")?.text ?? template.closing[lang],
    isClosingUntranslated: own("closing")?.isUntranslated ?? false,
    generatedClosing: template.closing[lang],
    attachments,
    copyToText: copyTo === "" ? null : t("bulletin.copyTo", { list: copyTo }),
    printedBy: lineIn(template.printedBy, lang, t) || template.office[lang],
    printedOnText: t("bulletin.printed", { day }),
    chartsHeading: attached(t("bulletin.charts")),
  };
}
