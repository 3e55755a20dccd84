import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { NumberField } from "@/components/forms/number-field";
import type { ButtonVariant } from "@/components/ui/button";
import { FormPanel } from "@/components/ui/form-panel";
import { transitionTargetAction } from "@/lib/actions/targets";
import type { Visibility } from "@/lib/domain/targets/types";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import { DEFAULT_RECEIVE_DAYS } from "@/lib/schemas/life-cycle";

interface IssuePanelProps {
  readonly target: { readonly code: string; readonly title: Bilingual; readonly visibility: Visibility };
  readonly variant?: ButtonVariant;
  readonly lang: Language;
}

/** The button that issues a draft, with its confirmation: what becomes public, by which document, and until when. */
export async function IssuePanel({
  target: { code, title, visibility },
  variant = "secondary",
  lang,
}: IssuePanelProps) {
  const [t, words] = await Promise.all([getTranslations("life"), getFormWords()]);
  return (
    <FormPanel
      id={`issue-${code}`}
      button={t("issueShort")}
      label={`${t("issueShort")} ${code}`}
      variant={variant}
      title={`${t("issue")} ${code}`}
      close={t("cancel")}
    >
      <p>{title[lang]}</p>
      <p>{t(visibility === "public" ? "issuePublic" : "issueInternal")}</p>
      <ActionForm
        action={transitionTargetAction}
        words={words}
        label={`${t("issue")} ${code}`}
        toast={t("issued", { code })}
      >
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="step" value="issue" />
        <TextField name="authority" label={t("authority")} hint={t("authorityHint")} />
        <NumberField name="receiveWithinDays" label={t("receiveWithinDays")} value={String(DEFAULT_RECEIVE_DAYS)} />
        <SubmitButton>{t("issue")}</SubmitButton>
      </ActionForm>
    </FormPanel>
  );
}
