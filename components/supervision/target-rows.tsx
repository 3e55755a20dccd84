// The rows of targets that are not in force yet: drafts to issue, and receipts to confirm.
import { getTranslations } from "next-intl/server";
import { InstructionForm } from "@/components/instructions/instruction-form";
import { DeskRow, RowLink } from "@/components/supervision/desk-row";
import { IssuePanel } from "@/components/targets/issue-panel";
import { FormPanel } from "@/components/ui/form-panel";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { rollUpMethods } from "@/lib/domain/targets/roll-up";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { DraftTarget, NotReceived } from "@/lib/views/target";

interface RowProps {
  readonly mayDecide: boolean;
  readonly lang: Language;
}

/** A draft: issued from here, or completed first. */
export async function DraftRow({ draft, mayDecide, lang }: RowProps & { readonly draft: DraftTarget }) {
  const t = await getTranslations("supervision");
  const { row, missing, visibility } = draft;
  const { code, terms } = row;
  const form = `/targets/${code}/revise`;
  const isDraft = terms.state === "draft";
  const canSplit = row.rollUp === null && missing === null && rollUpMethods(terms.kind).length > 0;
  const actions = mayDecide && (
    <>
      {missing === null && isDraft && <IssuePanel target={{ ...row, visibility }} lang={lang} />}
      <RowLink href={form} code={code}>
        {missing === null ? t(isDraft ? "edit" : "revise") : t(`complete.${missing}`)}
      </RowLink>
      {canSplit && (
        <RowLink href={`/targets/${code}/split`} code={code}>
          {t("split")}
        </RowLink>
      )}
    </>
  );
  return (
    <DeskRow row={row} lang={lang} actions={actions}>
      {row.owner.name[lang]} · {missing === null ? t("ready") : t(`missing.${missing}`)}
    </DeskRow>
  );
}

interface UnsignedRowProps extends RowProps {
  readonly one: NotReceived;
  readonly replyDueOn: IsoDate;
}

/** A target whose receipt the owner has not confirmed; a slip reminds it. */
export async function UnsignedRow({ one: { row, dueOn, isLate }, replyDueOn, mayDecide, lang }: UnsignedRowProps) {
  const [t, life] = await Promise.all([getTranslations("supervision"), getTranslations("life")]);
  const { code } = row;
  const title = row.title[lang];
  const day = dueOn === null ? null : formatIsoDate(dueOn, lang);
  const body = isLate && day !== null ? t("remindLate", { title, day }) : t("remindBody", { title });
  const actions = mayDecide && (
    <FormPanel
      id={`remind-${code}`}
      button={t("remind")}
      label={`${t("remind")} ${code}`}
      title={t("remindTitle", { code })}
      close={t("close")}
    >
      <InstructionForm code={code} start={{ kind: "slip", colour: isLate ? "yellow" : "blue", body, replyDueOn }} />
    </FormPanel>
  );
  return (
    <DeskRow row={row} lang={lang} actions={actions}>
      {row.owner.name[lang]}
      {day !== null && (
        <span className={isLate ? "font-bold text-notice" : ""}>
          {" · "}
          {life(isLate ? "receiveLate" : "receiveBy", { day })}
        </span>
      )}
    </DeskRow>
  );
}
