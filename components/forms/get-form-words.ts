import { getTranslations } from "next-intl/server";
import type { ActionFormWords } from "@/components/forms/action-form";
import type { FormSupport } from "@/components/forms/form-support";
import { getLanguage } from "@/lib/i18n/preferences";

export async function getFormSupportWords(): Promise<FormSupport["words"]> {
  return (await getTranslations("form")).raw("support") as FormSupport["words"];
}

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
