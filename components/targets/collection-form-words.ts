import { getTranslations } from "next-intl/server";
import type { ActionFormWords } from "@/components/forms/action-form";
import { getFormWords } from "@/components/forms/get-form-words";
import { FILE_LIMITS } from "@/lib/schemas/chart-collection";

/** The texts of the forms that request a collection, with its limit. */
export async function getCollectionFormWords(): Promise<ActionFormWords> {
  const [t, words] = await Promise.all([getTranslations("chartCollection.files"), getFormWords()]);
  const waiting = t("waiting", { count: FILE_LIMITS.account.unfinished });
  return { ...words, errors: { ...words.errors, "account-files-waiting": waiting } };
}
