import { getTranslations } from "next-intl/server";
import type { OneTimeLinkWords } from "@/components/admin/one-time-link";
import { compileMessage } from "@/lib/i18n/compile-message";
import type { Language } from "@/lib/i18n/languages";

/** The texts about a one-time link. */
export async function getLinkWords(kind: "invite" | "reset", lang: Language): Promise<OneTimeLinkWords> {
  const t = await getTranslations("admin");
  return {
    shown: t(`${kind}Link`),
    note: compileMessage(lang, t.raw("linkShownNote")),
    mailed: compileMessage(lang, t.raw(`${kind}Sent`)),
    notMailed: compileMessage(lang, t.raw("mailFailed")),
  };
}
