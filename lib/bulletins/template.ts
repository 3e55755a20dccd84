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

/** The pattern with its {names} filled in; an unknown name stays as it is. */
export function filledIn(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
