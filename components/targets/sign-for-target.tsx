import { getTranslations } from "next-intl/server";
import { ActionForm, Submit } from "@/components/forms/action-form";
import { getFormWords } from "@/components/forms/get-form-words";
import { transitionTargetAction } from "@/lib/actions/targets";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { missingForIssue } from "@/lib/domain/targets/life-cycle";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { TargetDetail } from "@/lib/server/targets/types";

interface SignForTargetProps {
  readonly target: Pick<TargetDetail, "code" | "terms" | "receiveDueOn">;
  readonly today: IsoDate;
  readonly lang: Language;
}

/** What the owner's people do before they can report: sign for the target, or wait until its figure is set. */
export async function SignForTarget({ target, today, lang }: SignForTargetProps) {
  const [t, words] = await Promise.all([getTranslations("life"), getFormWords()]);
  const { code, terms, receiveDueOn } = target;
  if (missingForIssue(terms) !== null) return <p role="note">{t("awaitsFigure")}</p>;
  const isLate = receiveDueOn !== null && receiveDueOn < today;
  return (
    <section role="note" className="grid justify-items-start gap-2 border-l-2 border-accent pl-3">
      <p>
        {t("signFirst")}
        {receiveDueOn !== null && (
          <span className={isLate ? "font-bold text-notice" : ""}>
            {" "}
            {t(isLate ? "receiveLate" : "receiveBy", { day: formatIsoDate(receiveDueOn, lang) })}
          </span>
        )}
      </p>
      <ActionForm action={transitionTargetAction} words={words} label={`${t("receive")} ${code}`}>
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="step" value="receive" />
        <Submit>{t("receive")}</Submit>
      </ActionForm>
    </section>
  );
}
