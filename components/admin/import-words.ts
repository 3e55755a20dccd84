import { getLocale, getMessages } from "next-intl/server";
import { compileMessages } from "@/lib/i18n/compile-message";

type Lookup = Readonly<Record<string, string>>;

/** The texts of an import form. */
export async function getImportWords() {
  const [{ import: messages }, lang] = await Promise.all([getMessages(), getLocale()]);
  const { holidays: _, departments: __, reasons, kinds, ...words } = messages;
  const lookups: Readonly<Record<"reasons" | "kinds", Lookup>> = { reasons, kinds };
  return { ...compileMessages(lang, words, "line", "was", "counts", "confirm", "confirmSome"), ...lookups };
}

export type ImportWords = Awaited<ReturnType<typeof getImportWords>>;
