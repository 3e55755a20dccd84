import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { NumberField, SelectField, SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { DayLink } from "@/components/layout/day-link";
import { LightBadge } from "@/components/targets/light-badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { NumberInput } from "@/components/ui/number-input";
import { changeRulesAction, changeSlipRuleAction } from "@/lib/actions/admin";
import type { SlipCondition } from "@/lib/domain/instructions/propose-slip";
import { COLOURS } from "@/lib/domain/instructions/workflow";
import type { Language } from "@/lib/i18n/languages";
import type { LightChange, RulesView } from "@/lib/views/rules";

interface RulesPageProps {
  readonly rules: RulesView;
  /** The bounds in the URL; null without any. */
  readonly requested: Readonly<Record<"aheadFrom" | "onTrackFrom" | "behindFrom", string>> | null;
  /** The changes the requested bounds would make; null when they are invalid. */
  readonly preview: readonly LightChange[] | null;
  readonly lang: Language;
}

const BOUNDS = [
  ["aheadFrom", "ahead"],
  ["onTrackFrom", "onTrack"],
  ["behindFrom", "behind"],
] as const;

async function Preview({ rules, requested, preview, lang }: RulesPageProps) {
  const [t, words] = await Promise.all([getTranslations("admin"), getFormWords()]);
  if (requested === null) return null;
  if (preview === null) return <p className="text-notice">{t("previewInvalid")}</p>;
  return (
    <Notice data-in-force={rules.inForce.key}>
      <p className="font-bold">
        {preview.length === 0 ? t("previewNone") : t("previewCount", { count: preview.length })}
      </p>
      <ul>
        {preview.map(({ code, title, before, after }) => (
          <li key={code} className="flex flex-wrap items-baseline gap-x-3 py-1">
            <DayLink href={`/targets/${code}`} prefetch={false} className="underline">
              {code} {title[lang]}
            </DayLink>
            <LightBadge light={before} freshness="current" /> <span aria-hidden="true">→</span>
            <LightBadge light={after} freshness="current" />
          </li>
        ))}
      </ul>
      <ActionForm action={changeRulesAction} words={words}>
        {BOUNDS.map(([field]) => (
          <input key={field} type="hidden" name={field} value={requested[field]} />
        ))}
        <SubmitButton>{t("apply")}</SubmitButton>
      </ActionForm>
    </Notice>
  );
}

/** The bounds of the lights, previewed before they apply, and the rules of the slips. */
export async function RulesPage(props: RulesPageProps) {
  const { rules, requested } = props;
  const [t, instructions, target, lights, freshness, words] = await Promise.all([
    getTranslations("admin"),
    getTranslations("instructions"),
    getTranslations("target"),
    getTranslations("lights"),
    getTranslations("freshness"),
    getFormWords(),
  ]);
  const inForce = target("ruleSetName", { key: rules.inForce.key });
  const named = (condition: SlipCondition) => (condition === "report-late" ? freshness("late") : lights(condition));
  return (
    <div className="on-paper grid gap-6">
      <h1>{t("rules")}</h1>
      <p>{t("inForce", { name: inForce })}</p>
      <form method="get" className="grid max-w-xl gap-3" aria-label={t("bands")}>
        <p className="font-bold">{t("bands")}</p>
        {BOUNDS.map(([field, label]) => (
          <Field key={field} id={field} label={t(label)}>
            {(control) => (
              <NumberInput
                {...control}
                name={field}
                allowsNegative
                defaultValue={requested?.[field] ?? String(rules.inForce[field])}
              />
            )}
          </Field>
        ))}
        <Button type="submit">{t("preview")}</Button>
      </form>
      <Preview {...props} />
      <section className="grid gap-3">
        <h2 className="border-b pb-1">{t("slips")}</h2>
        {rules.slips.map((rule) => (
          <ActionForm key={rule.key} action={changeSlipRuleAction} words={words} label={named(rule.condition)}>
            <input type="hidden" name="key" value={rule.key} />
            <div className="grid items-end gap-3 border-b pb-3 sm:grid-cols-[1fr_8rem_8rem_auto_auto]">
              <p className="font-bold">{named(rule.condition)}</p>
              <NumberField name="afterDays" label={t("afterDays")} value={String(rule.afterDays)} />
              <SelectField
                name="colour"
                label={t("colour")}
                value={rule.colour}
                options={COLOURS.map((one) => ({ value: one, label: instructions(`colours.${one}`) }))}
              />
              <Checkbox name="isEnabled" defaultChecked={rule.isEnabled}>
                {t("enabled")}
              </Checkbox>
              <SubmitButton variant="secondary">{t("save")}</SubmitButton>
            </div>
          </ActionForm>
        ))}
      </section>
    </div>
  );
}
