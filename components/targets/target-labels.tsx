import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { DayLink } from "@/components/layout/day-link";
import { LabelFields } from "@/components/targets/label-fields";
import { Disclosure } from "@/components/ui/disclosure";
import { labelTargetAction } from "@/lib/actions/labels";
import type { Language } from "@/lib/i18n/languages";
import type { LabelForm } from "@/lib/views/label";

interface TargetLabelsProps {
  readonly code: string;
  /** Null for readers who may not change them. */
  readonly form: LabelForm | null;
  readonly lang: Language;
}

/** Changes the topics, plans and categories of the target. */
export async function TargetLabels({ code, form, lang }: TargetLabelsProps) {
  if (form === null) return null;
  const [t, words] = await Promise.all([getTranslations("label"), getFormWords()]);
  return (
    <Disclosure title={t("change")}>
      <p className="pb-2 text-ink-soft">
        {t("changeLead")}{" "}
        <DayLink href="/targets/labels" prefetch={false} className="underline">
          {t("administer")}
        </DayLink>
      </p>
      <ActionForm action={labelTargetAction} words={words} label={t("change")} toast={t("saved")}>
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="version" value={form.version} />
        <LabelFields key={form.version} values={form.values} choices={form.choices} lang={lang} />
        <SubmitButton variant="secondary">{t("save")}</SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}
