import { getTranslations } from "next-intl/server";
import { getFormWords } from "@/components/forms/get-form-words";
import { SourceForm } from "@/components/proposals/source-form";
import { PageHeader } from "@/components/ui/page-header";
import { compileMessage } from "@/lib/i18n/compile-message";
import { getLanguage } from "@/lib/i18n/preferences";

/** Adds a document, from a file or pasted. */
export async function NewSource({ today }: { readonly today: string }) {
  const [t, words, lang] = await Promise.all([getTranslations("proposals"), getFormWords(), getLanguage()]);
  const texts = {
    title: t("title"),
    file: t("file"),
    fileHint: t("fileHint"),
    reading: t("reading"),
    read: compileMessage(lang, t.raw("read")),
    documentTitle: t("documentTitle"),
    publisher: t("publisher"),
    publishedOn: t("publishedOn"),
    publishedOnHint: t("publishedOnHint"),
    address: t("address"),
    text: t("text"),
    textHint: t("textHint"),
    add: t("add"),
    failed: t("failed"),
  };
  return (
    <div className="grid gap-4">
      <PageHeader title={texts.title} lead={t("lead")} />
      <div className="grid max-w-4xl gap-4">
        <SourceForm words={words} sourceWords={texts} today={today} />
      </div>
    </div>
  );
}
