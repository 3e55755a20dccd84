import { getMessages, getTranslations } from "next-intl/server";
import { BulletinFileList } from "@/components/bulletins/bulletin-file-list";
import { getFormWords } from "@/components/forms/get-form-words";
import { compileMessages } from "@/lib/i18n/compile-message";
import type { Language } from "@/lib/i18n/languages";
import { FILE_FORMATS } from "@/lib/schemas/bulletin";
import type { BulletinFileView } from "@/lib/views/bulletin";

interface BulletinFilesProps {
  readonly id: string;
  readonly files: readonly BulletinFileView[];
  readonly lang: Language;
  /** Generating a file is expensive, so only signed-in users can request one. */
  readonly canGenerate: boolean;
}

/** The bulletin as files: ready, pending, and those that can be requested. */
export async function BulletinFiles({ id, files, lang, canGenerate }: BulletinFilesProps) {
  const [t, messages, formWords] = await Promise.all([getTranslations("bulletins"), getMessages(), getFormWords()]);
  const shared = compileMessages(lang, messages.generatedFile, "drawn");
  const { failures, ...words } = messages.bulletins.files;
  const own = files.filter((file) => file.lang === lang);
  if (!canGenerate && !own.some((file) => file.state === "ready")) return null;
  return (
    <section className="print:hidden">
      <h2 className="border-b pb-1">{t("files.title")}</h2>
      <BulletinFileList
        id={id}
        lang={lang}
        formats={canGenerate ? FILE_FORMATS : FILE_FORMATS.filter((one) => own.some((file) => file.format === one))}
        first={own}
        canGenerate={canGenerate}
        words={{ ...shared, ...words, failures: { ...shared.failures, ...failures } }}
        formWords={formWords}
      />
    </section>
  );
}
