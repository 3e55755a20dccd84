import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { PageHeader } from "@/components/ui/page-header";
import { changeSiteSettingsAction } from "@/lib/actions/admin";

interface SettingsPageProps {
  readonly showsNames: boolean;
}

/** What visitors see of the people who work on targets. */
export async function SettingsPage({ showsNames }: SettingsPageProps) {
  const [t, words] = await Promise.all([getTranslations("admin"), getFormWords()]);
  return (
    <div className="on-paper grid max-w-3xl gap-6">
      <PageHeader title={t("settings")} lead={t("settingsLead")} />
      <p>{t(showsNames ? "namesShown" : "namesHidden")}</p>
      <ActionForm action={changeSiteSettingsAction} words={words} label={t(showsNames ? "hideNames" : "showNames")}>
        <input type="hidden" name="showsNames" value={showsNames ? "no" : "yes"} />
        <SubmitButton variant="secondary">{t(showsNames ? "hideNames" : "showNames")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
