import { getLocale, getMessages } from "next-intl/server";
import { compileMessages } from "@/lib/i18n/compile-message";

type Lookup = Readonly<Record<string, string>>;

/** The texts of an import form. */
export async function getImportWords() {
  const [{ import: messages }, lang] = await Promise.all([getMessages(), getLocale()]);
  const { holidays: _, departments: __, tasks: ___, reasons, kinds, problems, ...words } = messages;
  const lookups: Readonly<Record<"reasons" | "kinds" | "problems", Lookup>> = { reasons, kinds, problems };
  const compiled = compileMessages(
    lang,
    words,
    "line",
    "inSheet",
    "problem",
    "was",
    "counts",
    "confirm",
    "confirmSome",
  );
  return { ...compiled, ...lookups };
}

export type ImportWords = Awaited<ReturnType<typeof getImportWords>>;
