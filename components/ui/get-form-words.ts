import { getTranslations } from "next-intl/server";
import type { ActionFormWords } from "@/components/ui/action-form";
import { getLanguage } from "@/lib/i18n/preferences";

/** The words every ActionForm needs, in the reader's language. */
export async function getFormWords(): Promise<ActionFormWords> {
  const [t, lang] = await Promise.all([getTranslations("form"), getLanguage()]);
  return {
    lang,
    working: t("working"),
    done: t("done"),
    invalid: t("invalid"),
    gone: t("gone"),
    signedOut: t("signedOut"),
    conflicts: t.raw("conflicts") as ActionFormWords["conflicts"],
    errors: t.raw("errors") as ActionFormWords["errors"],
  };
}
