import { getMessages } from "next-intl/server";
import { getFormWords } from "@/components/forms/get-form-words";
import { SourceForm } from "@/components/proposals/source-form";
import { PageHeader } from "@/components/ui/page-header";
import { compileMessages } from "@/lib/i18n/compile-message";
import { getLanguage } from "@/lib/i18n/preferences";

/** Adds a document, from a file or pasted. */
export async function NewSource({ today }: { readonly today: string }) {
  const [{ proposals }, words, lang] = await Promise.all([getMessages(), getFormWords(), getLanguage()]);
  const { title, file, fileHint, reading, read, documentTitle, publisher, publishedOn } = proposals;
  const { publishedOnHint, address, text, textHint, add, failed } = proposals;
  const texts = { title, file, fileHint, reading, read, documentTitle, publisher, publishedOn };
  const all = { ...texts, publishedOnHint, address, text, textHint, add, failed };
  return (
    <div className="grid gap-4">
      <PageHeader title={title} lead={proposals.lead} />
      <div className="grid max-w-4xl gap-4">
        <SourceForm words={words} sourceWords={compileMessages(lang, all, "read")} today={today} />
      </div>
    </div>
  );
}
