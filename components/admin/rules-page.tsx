import { getMessages, getTranslations } from "next-intl/server";
import { type ReactNode, useId } from "react";
import { GeneralSentences, KindSentences } from "@/components/admin/bound-sentences";
import { RulesPreview } from "@/components/admin/rules-preview";
import { SlipSentences } from "@/components/admin/slip-sentences";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { LightBadge } from "@/components/targets/light-badge";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { changeRulesAction } from "@/lib/actions/rules";
import { LIGHTS, type Light } from "@/lib/domain/targets/types";
import { compileMessages } from "@/lib/i18n/compile-message";
import type { Language } from "@/lib/i18n/languages";
import type { RulesPreview as Preview, RulesView } from "@/lib/views/rules";

interface RulesPageProps {
  readonly rules: RulesView;
  /** The fields in the URL; null without any. */
  readonly requested: Readonly<Record<string, string>> | null;
  /** The changes the requested bounds would make; null when they are invalid, undefined without any. */
  readonly preview: Preview | null | undefined;
  readonly lang: Language;
}

function Part({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-1 pb-4">
      <h2 id={id} className="mt-0! border-b pb-1">
        {title}
      </h2>
      {hint !== undefined && <p className="text-sm text-ink-soft">{hint}</p>}
      {children}
    </section>
  );
}

async function ChangedLights({ preview, lang }: Pick<RulesPageProps, "preview" | "lang">) {
  const { admin } = await getMessages();
  const { previewTitle, previewHint, previewNone, previewInvalid, previewCount, previewMore } = admin;
  const words = { previewTitle, previewHint, previewNone, previewInvalid, previewCount, previewMore };
  const badges = LIGHTS.map((light) => [light, <LightBadge key={light} light={light} freshness="current" />]);
  return (
    <RulesPreview
      initial={preview}
      badges={Object.fromEntries(badges) as Record<Light, ReactNode>}
      words={compileMessages(lang, words, "previewCount", "previewMore")}
      lang={lang}
    />
  );
}

/** All rules as sentences with one save, and what they would change. Without script a button shows the changes. */
export async function RulesPage({ rules, requested, preview, lang }: RulesPageProps) {
  const [t, target, words] = await Promise.all([getTranslations("admin"), getTranslations("target"), getFormWords()]);
  const bounds = { inForce: rules.inForce, requested };
  const late = rules.slips.filter(({ condition }) => condition === "report-late");
  const inForce = target("ruleSetName", { key: rules.inForce.key });
  return (
    <div className="on-paper grid grid-cols-1 gap-6">
      <PageHeader title={t("rules")} lead={t("rulesLead", { name: inForce })} />
      <ActionForm
        action={changeRulesAction}
        words={words}
        label={t("rules")}
        aside={<ChangedLights preview={preview} lang={lang} />}
      >
        <input type="hidden" name="version" value={rules.version} />
        <Part title={t("bands")} hint={t("bandsHint")}>
          <GeneralSentences {...bounds} />
        </Part>
        <Part title={t("kindBands")} hint={t("kindBandsHint")}>
          <KindSentences {...bounds} />
        </Part>
        <Part title={t("reporting")} hint={t("slipsHint")}>
          <SlipSentences rules={late} />
        </Part>
        <Part title={t("slips")}>
          <SlipSentences rules={rules.slips.filter((rule) => !late.includes(rule))} />
        </Part>
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t("saveRules")}</SubmitButton>
          <noscript>
            <Button type="submit" formMethod="get" formAction="/admin/rules">
              {t("preview")}
            </Button>
          </noscript>
        </div>
      </ActionForm>
    </div>
  );
}
