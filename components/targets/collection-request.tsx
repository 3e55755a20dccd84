import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { getCollectionFormWords } from "@/components/targets/collection-form-words";
import { requestCollectionFileAction } from "@/lib/actions/chart-collections";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Language } from "@/lib/i18n/languages";
import { COLLECTION_FORMATS } from "@/lib/schemas/chart-collection";

interface CollectionRequestProps {
  readonly query: string;
  /** The language of the file. */
  readonly lang: Language;
  /** An earlier day than today. */
  readonly asOf: IsoDate | null;
  /** The format whose link led here. */
  readonly chosen: string | null;
}

/** Requests the collection as a file, in one of four formats. */
export async function CollectionRequest({ query, lang, asOf, chosen }: CollectionRequestProps) {
  const [t, words] = await Promise.all([getTranslations("chartCollection"), getCollectionFormWords()]);
  return (
    <ActionForm action={requestCollectionFileAction} words={{ ...words, done: undefined }} label={t("request")}>
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="lang" value={lang} />
      {asOf !== null && <input type="hidden" name="asOf" value={asOf} />}
      <p className="flex flex-wrap gap-2">
        {COLLECTION_FORMATS.map((format) => (
          <SubmitButton key={format} name="format" value={format} variant={format === chosen ? "primary" : "secondary"}>
            {t(`links.${format}`)}
          </SubmitButton>
        ))}
      </p>
    </ActionForm>
  );
}
