import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { LabelFields } from "@/components/targets/label-fields";
import { PageHeader } from "@/components/ui/page-header";
import { labelTargetAction } from "@/lib/actions/labels";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import type { LabelForm } from "@/lib/views/label";

interface TargetLabelsProps {
  readonly target: { readonly code: string; readonly title: Bilingual };
  readonly form: LabelForm;
  readonly lang: Language;
}

/** Changes the topics, plans and categories of the target. */
export async function TargetLabels({ target, form, lang }: TargetLabelsProps) {
  const [t, words] = await Promise.all([getTranslations("label"), getFormWords()]);
  const { code, title } = target;
  return (
    <div className="on-paper grid max-w-3xl gap-4">
      <PageHeader
        title={t("change")}
        context={
          <Link href={`/targets/${code}`} className="underline" prefetch={false}>
            {code} {title[lang]}
          </Link>
        }
        lead={t("changeLead")}
      />
      <ActionForm action={labelTargetAction} words={words} label={t("change")} toast={t("saved")}>
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="version" value={form.version} />
        <LabelFields key={form.version} values={form.values} choices={form.choices} lang={lang} />
        <p className="flex flex-wrap items-center gap-4">
          <SubmitButton>{t("save")}</SubmitButton>
          <Link href="/targets/labels" prefetch={false} className="underline">
            {t("administer")}
          </Link>
        </p>
      </ActionForm>
    </div>
  );
}
