import { getMessages, getTranslations } from "next-intl/server";
import { CollectionFileList } from "@/components/targets/collection-file-list";
import { getCollectionFormWords } from "@/components/targets/collection-form-words";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { compileMessages } from "@/lib/i18n/compile-message";
import type { Language } from "@/lib/i18n/languages";
import { FILE_LIMITS } from "@/lib/schemas/chart-collection";
import type { CollectionFileView } from "@/lib/views/chart-collection";

interface CollectionFilesProps {
  readonly files: readonly CollectionFileView[];
  readonly isVisitor: boolean;
  readonly presentDay: IsoDate;
  /** The address of this page, to refresh it without script. */
  readonly address: string;
  readonly lang: Language;
}

/** The files that the reader has requested: being prepared, ready, or failed. */
export async function CollectionFiles({ files, isVisitor, presentDay, address, lang }: CollectionFilesProps) {
  const [t, messages, formWords] = await Promise.all([
    getTranslations("chartCollection"),
    getMessages(),
    getCollectionFormWords(),
  ]);
  if (files.length === 0) return null;
  const { links, files: own } = messages.chartCollection;
  const shared = compileMessages(lang, messages.generatedFile, "drawn");
  return (
    <section className="mt-6">
      <h2 className="border-b pb-1">{t(isVisitor ? "files.ofList" : "files.own")}</h2>
      <CollectionFileList
        first={files.map((file) => ({
          ...file,
          about: t("files.asOf", { day: formatIsoDate(file.viewedOn, lang) }),
          asOf: file.viewedOn < presentDay ? file.viewedOn : null,
        }))}
        canCancel={!isVisitor}
        words={{ ...shared, failures: { ...shared.failures, ...own.failures }, retry: own.retry, formats: links }}
        formWords={formWords}
      />
      <p className="mt-2 text-sm text-ink-soft">
        {isVisitor
          ? t("files.keptShared", { hours: FILE_LIMITS.visitor.keptHours, own: FILE_LIMITS.account.keptHours })
          : t("files.kept", { count: FILE_LIMITS.account.kept, hours: FILE_LIMITS.account.keptHours })}
      </p>
      <noscript>
        <a href={address} className="underline">
          {t("files.refresh")}
        </a>
      </noscript>
    </section>
  );
}
