import { getLocale, getMessages } from "next-intl/server";
import { compileMessages } from "@/lib/i18n/compile-message";

type Lookup = Readonly<Record<string, string>>;

type Overrides = Partial<Record<"confirm" | "confirmSome", string>>;

/** The texts of an import form; `overrides` are messages for what a confirmation writes. */
export async function getImportWords(overrides: Overrides = {}) {
  const [{ import: messages, report, questions }, lang] = await Promise.all([getMessages(), getLocale()]);
  const {
    holidays: _,
    departments: __,
    tasks: ___,
    users: ____,
    reasons,
    kinds,
    problems,
    columns,
    unknownNames,
    ...words
  } = messages;
  const lookups: Readonly<Record<"reasons" | "kinds" | "problems" | "questions", Lookup>> = {
    reasons,
    kinds,
    questions,
    problems: { ...report.errors, ...problems },
  };
  const compiled = compileMessages(
    lang,
    { ...words, ...overrides },
    "line",
    "inSheet",
    "problem",
    "problemOf",
    "was",
    "counts",
    "confirm",
    "confirmSome",
    "submit",
    "submitSome",
  );
  return {
    ...compiled,
    ...lookups,
    columns: compileMessages(lang, columns, "sheet", "unnamed", "example", "changedFrom"),
    unknownNames: compileMessages(lang, unknownNames, "name", "resolved"),
  };
}

export type ImportWords = Awaited<ReturnType<typeof getImportWords>>;
