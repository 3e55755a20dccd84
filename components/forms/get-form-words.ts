import { getMessages } from "next-intl/server";
import type { ActionFormWords } from "@/components/forms/action-form";
import type { FormSupport } from "@/components/forms/form-support";
import { getLanguage } from "@/lib/i18n/preferences";

export async function getFormSupportWords(): Promise<FormSupport["words"]> {
  return (await getMessages()).form.support;
}

/** The texts of every ActionForm in the reader's language. */
export async function getFormWords(): Promise<ActionFormWords> {
  const [{ form }, lang] = await Promise.all([getMessages(), getLanguage()]);
  const { support: _, ...words } = form;
  return { lang, ...words };
}
