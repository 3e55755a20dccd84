import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { Notice } from "@/components/ui/notice";
import { transitionTargetAction } from "@/lib/actions/targets";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { missingForIssue } from "@/lib/domain/targets/life-cycle";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { TargetDetail } from "@/lib/views/target-detail";

interface SignForTargetProps {
  readonly target: Pick<TargetDetail, "code" | "terms" | "receiveDueOn">;
  readonly today: IsoDate;
  readonly lang: Language;
}

/** Before reporting, the owner receives the target or waits until its value is set. */
export async function SignForTarget({ target, today, lang }: SignForTargetProps) {
  const [t, words] = await Promise.all([getTranslations("life"), getFormWords()]);
  const { code, terms, receiveDueOn } = target;
  if (missingForIssue(terms) !== null) return <p role="note">{t("awaitsFigure")}</p>;
  const isLate = receiveDueOn !== null && receiveDueOn < today;
  return (
    <Notice role="note" id="receive">
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
        <SubmitButton>{t("receive")}</SubmitButton>
      </ActionForm>
    </Notice>
  );
}
