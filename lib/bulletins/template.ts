// How an office's bulletins look. Kept as data; a bulletin keeps the copy it was made with.
import type { Bilingual } from "@/lib/i18n/languages";

export const SECTION_KEYS = [
  "summary",
  "departments",
  "behind",
  "not-reported",
  "changed",
  "moved",
  "due",
  "annex",
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

export interface BulletinTemplate {
  readonly name: Bilingual;
  /** The red head: 督查通报. */
  readonly masthead: Bilingual;
  /** With {year} and {number}. */
  readonly numbering: Bilingual;
  readonly office: Bilingual;
  readonly recipients: Bilingual;
  /** With {month}. */
  readonly title: Bilingual;
  readonly closing: Bilingual;
  /** Which sections it has, in this order. */
  readonly sections: readonly SectionKey[];
}

/** Which template an office has; null for the one of all that have none of their own. */
export interface TemplateOffice {
  readonly key: string;
  readonly office: string | null;
}

/**
 * The template of the nearest office that all these departments stand under, themselves included. Where none of those
 * offices has one, and for a bulletin of all departments, the first that is nobody's own; null when there is none.
 * @param departments slugs; none for all.
 * @param parents each department's own office, by slug.
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

/** The pattern with its {names} filled in; an unknown name stays as it is. */
export function filledIn(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
