// The layout of an office's bulletins. Stored as data; a bulletin stores a copy of its template.
import type { Bilingual, Language } from "@/lib/i18n/languages";
import type { Separation } from "./separation";

/** Sections that the office writes itself, from their titles on. */
export const OWN_SECTIONS = ["own-1", "own-2", "own-3"] as const;
export type OwnSection = (typeof OWN_SECTIONS)[number];

export const SECTION_KEYS = [
  "summary",
  "departments",
  "plans",
  "topics",
  "categories",
  "behind",
  "not-reported",
  "changed",
  "moved",
  "due",
  "requirements",
  "annex",
  ...OWN_SECTIONS,
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];
const UNUSUAL: readonly SectionKey[] = ["topics", "categories", ...OWN_SECTIONS];
/** The sections of a new template. */
export const USUAL_SECTIONS: readonly SectionKey[] = SECTION_KEYS.filter((key) => !UNUSUAL.includes(key));

/** The columns of the annex, in the page, the Word file, the PDF and the printed part of the workbook. */
export const ANNEX_COLUMNS = [
  "code",
  "target",
  "owner",
  "promise",
  "latest",
  "asOf",
  "completion",
  "expected",
  "gap",
  "light",
  "due",
  "overdue",
  "problems",
  "nextStep",
] as const;
export type AnnexColumn = (typeof ANNEX_COLUMNS)[number];
/** The latest working day of a month on which a draft can be made: February 2026 has sixteen. */
export const LAST_DRAFT_DAY = 15;
export const MOST_MAILS = 100;

/** The columns of a new template, and of templates and bulletins of before they could be chosen. */
export const USUAL_COLUMNS: readonly AnnexColumn[] = [
  "code",
  "target",
  "owner",
  "promise",
  "latest",
  "asOf",
  "completion",
  "expected",
  "light",
];

/** Which targets have their chart in the Word file, the PDF and the slides. */
export const CHART_CHOICES = ["all", "behind", "none"] as const;
type ChartChoice = (typeof CHART_CHOICES)[number];

export interface BulletinTemplate {
  readonly name: Bilingual;
  /** The masthead: 督查通报. */
  readonly masthead: Bilingual;
  /** With {year} and {number}. */
  readonly numbering: Bilingual;
  readonly office: Bilingual;
  readonly recipients: Bilingual;
  /** With {month}. */
  readonly title: Bilingual;
  readonly closing: Bilingual;
  /** The section on required work, one paragraph per line; blank: no such section. */
  readonly requirements: Bilingual;
  /** Who receives a copy; blank: no such line. */
  readonly copyTo: Bilingual;
  /** The office in the print line; blank: the sender. */
  readonly printedBy: Bilingual;
  readonly charts: ChartChoice;
  /** Its sections, in order. */
  readonly sections: readonly SectionKey[];
  /** The columns of the annex, in order; the name of the target is always among them. */
  readonly columns: readonly AnnexColumn[];
  /** Headings that replace the usual ones, with {month}, {year} and {number}; blank: the usual one. */
  readonly headings: Readonly<Partial<Record<SectionKey, Bilingual>>>;
  /** Whether drafting, checking and signing need different people. */
  readonly separation: Separation;
  /** Who receives a published bulletin by mail, and in which language. */
  readonly mailTo: readonly string[];
  readonly mailLanguage: Language;
  /** The working day of a month on which last month's bulletin is drafted automatically; null: never. */
  readonly draftOn: number | null;
  /** In whose name: the last person who saved the template with automatic drafts. */
  readonly draftBy: string | null;
  /** The texts of the office's own sections, with the same placeholders; blank: no such section. */
  readonly ownTexts: Readonly<Partial<Record<OwnSection, Bilingual>>>;
}

/** The sections or columns with one moved by a place; unchanged if it is at the end or not among them. */
export function moveInOrder<K extends string>(order: readonly K[], key: K, direction: "up" | "down"): readonly K[] {
  const from = order.indexOf(key);
  const to = from + (direction === "up" ? -1 : 1);
  if (from < 0 || to < 0 || to >= order.length) return order;
  const moved = order.filter((one) => one !== key);
  return [...moved.slice(0, to), key, ...moved.slice(to)];
}

/** All sections in the order of the form: those of the template first. */
export function orderedSections({ sections }: Pick<BulletinTemplate, "sections">): readonly SectionKey[] {
  return [...sections, ...SECTION_KEYS.filter((key) => !sections.includes(key))];
}

/** All columns in the order of the form: those of the template first. */
export function orderedColumns({ columns }: Pick<BulletinTemplate, "columns">): readonly AnnexColumn[] {
  return [...columns, ...ANNEX_COLUMNS.filter((key) => !columns.includes(key))];
}

/** The office of a template; null: for offices without a template. */
export interface TemplateOffice {
  readonly key: string;
  readonly office: string | null;
}

/**
 * The template of the nearest common office of the departments, themselves included. If there is none, and for a bulletin
 * of all departments, the first template without an office; null if there is none.
 * @param departments slugs; empty for all.
 * @param parents the parent of each department, by slug.
 */
export function templateFor(
  departments: readonly string[],
  parents: ReadonlyMap<string, string | null>,
  templates: readonly TemplateOffice[],
): string | null {
  const above = (slug: string): string[] => {
    const parent = parents.get(slug) ?? null;
    return parent === null ? [slug] : [slug, ...above(parent)];
  };
  const [first = [], ...others] = departments.map(above);
  const shared = first.filter((slug) => others.every((offices) => offices.includes(slug)));
  const own = shared.flatMap((slug) => templates.filter(({ office }) => office === slug));
  return (own[0] ?? templates.find(({ office }) => office === null))?.key ?? null;
}

/** The texts of one line, in the order of the form. */
export const TEMPLATE_LINES = [
  "name",
  "masthead",
  "numbering",
  "office",
  "recipients",
  "title",
  "closing",
  "copyTo",
  "printedBy",
] as const;
export const TEMPLATE_TEXTS = [...TEMPLATE_LINES, "requirements"] as const;

/** Replaces the {placeholders} of a pattern; unknown ones are preserved. */
export function filledIn(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
