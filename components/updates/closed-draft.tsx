import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { UnsentText } from "@/components/updates/unsent-text";
import { formatInstant } from "@/lib/i18n/format-instant";
import type { Language } from "@/lib/i18n/languages";
import type { EndedDraft } from "@/lib/views/update";

const FIELDS = [
  "asOf",
  "value",
  "numerator",
  "denominator",
  "peers",
  "note",
  "problems",
  "nextStep",
  "evidence",
] as const;

interface ClosedDraftProps {
  readonly code: string;
  readonly draft: EndedDraft;
  readonly lang: Language;
}

/** A draft that was submitted or discarded elsewhere: its state, and the text that is still unsent in this browser. */
export async function ClosedDraft({ code, draft, lang }: ClosedDraftProps) {
  const t = await getTranslations("report");
  return (
    <div className="mx-auto grid max-w-xl gap-4">
      <h1>{t(draft.state === "submitted" ? "form.submitted" : "gone.title")}</h1>
      <p>
        {t(`gone.${draft.state === "discarded" ? "discarded" : "submitted"}`, {
          at: formatInstant(draft.at.toISOString(), lang),
        })}
      </p>
      <UnsentText
        textKey={`report:${code}:${draft.id}`}
        labels={Object.fromEntries(FIELDS.map((field) => [field, t(`form.${field}`)]))}
        words={{ title: t("gone.unsent"), remove: t("gone.remove") }}
      />
      <p className="flex gap-4">
        <Link href={`/targets/${code}`} className="underline" prefetch={false}>
          {t("form.toTarget")}
        </Link>
        <Link href="/my" className="underline" prefetch={false}>
          {t("form.back")}
        </Link>
      </p>
    </div>
  );
}
