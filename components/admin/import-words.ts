import { getTranslations } from "next-intl/server";
import type { LineOutcome } from "@/lib/imports/plan";

export interface ImportWords {
  readonly file: string;
  readonly fileHint: string;
  readonly template: string;
  readonly preview: string;
  /** With {count}, {left} in it. */
  readonly confirm: string;
  readonly confirmSome: string;
  readonly nothing: string;
  readonly line: string;
  readonly was: string;
  readonly counts: string;
  readonly outcomes: Readonly<Record<LineOutcome, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
}

const WORDS = [
  "file",
  "fileHint",
  "template",
  "preview",
  "confirm",
  "confirmSome",
  "nothing",
  "line",
  "was",
  "counts",
] as const;

/** The words of an import's form; those with numbers in them are filled in by the browser. */
export async function getImportWords(): Promise<ImportWords> {
  const t = await getTranslations("import");
  const words = Object.fromEntries(WORDS.map((key) => [key, t.raw(key) as string]));
  return {
    ...(words as Record<(typeof WORDS)[number], string>),
    outcomes: t.raw("outcomes") as ImportWords["outcomes"],
    reasons: t.raw("reasons") as ImportWords["reasons"],
    kinds: t.raw("kinds") as ImportWords["kinds"],
  };
}
