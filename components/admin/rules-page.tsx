import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { NumberField, SelectField, SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { DayLink } from "@/components/layout/day-link";
import { LightBadge } from "@/components/targets/light-badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { NumberInput } from "@/components/ui/number-input";
import { changeRulesAction, changeSlipRuleAction } from "@/lib/actions/admin";
import type { SlipCondition } from "@/lib/domain/instructions/propose-slip";
import { COLOURS } from "@/lib/domain/instructions/workflow";
import { RULED_KINDS } from "@/lib/domain/targets/rule-sets";
import { GAP_MEASURES, type KindBounds } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import type { LightChange, RulesView } from "@/lib/views/rules";

interface RulesPageProps {
  readonly rules: RulesView;
  /** The bounds in the URL; null without any. */
  readonly requested: Readonly<Record<string, string>> | null;
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
        {Object.entries(requested).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <SubmitButton>{t("apply")}</SubmitButton>
      </ActionForm>
    </Notice>
  );
}

interface KindFieldsProps extends Pick<RulesPageProps, "requested"> {
  readonly kind: (typeof RULED_KINDS)[number];
  /** Those in force; undefined where the general bounds apply. */
  readonly bounds: KindBounds | undefined;
}

/** The bounds of one kind, in the measure chosen for it. */
async function KindFields({ kind, requested, bounds }: KindFieldsProps) {
  const [t, kinds] = await Promise.all([getTranslations("admin"), getTranslations("metricKinds")]);
  const measures = [
    { value: "", label: t("measures.general") },
    ...GAP_MEASURES.map((measure) => ({ value: measure, label: t(`measures.${measure}`) })),
  ];
  const name = (field: string) => `${kind}.${field}`;
  return (
    <fieldset className="mt-3 grid items-end gap-2 sm:grid-cols-4">
      <legend className="font-bold">{kinds(kind)}</legend>
      <Field id={name("measure")} label={t("measure")}>
        {(control) => (
          <Select
            {...control}
            name={name("measure")}
            options={measures}
            defaultValue={requested?.[name("measure")] ?? bounds?.measure ?? ""}
          />
        )}
      </Field>
      {BOUNDS.map(([field, label]) => (
        <Field key={field} id={name(field)} label={t(label)}>
          {(control) => (
            <NumberInput
              {...control}
              name={name(field)}
              allowsNegative
              defaultValue={requested?.[name(field)] ?? (bounds === undefined ? "" : String(bounds[field]))}
            />
          )}
        </Field>
      ))}
    </fieldset>
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
        <p className="text-sm text-ink-soft">{t("bandsHint")}</p>
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
        <Disclosure title={t("kindBands")}>
          <p className="text-sm text-ink-soft">{t("kindBandsHint")}</p>
          {RULED_KINDS.map((kind) => (
            <KindFields key={kind} kind={kind} requested={requested} bounds={rules.inForce.kinds[kind]} />
          ))}
        </Disclosure>
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
