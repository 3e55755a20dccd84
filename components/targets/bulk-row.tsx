// A target in the preview of a step for many targets: what it promises, and what the step needs for it.
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SelectField, TextField } from "@/components/forms/form-fields";
import { NumberField } from "@/components/forms/number-field";
import { DayLink } from "@/components/layout/day-link";
import { BULK_FORM, BulkRowError } from "@/components/targets/bulk-form";
import { LightBadge } from "@/components/targets/light-badge";
import { Checkbox } from "@/components/ui/checkbox";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import type { BulkObstacle, BulkStep } from "@/lib/domain/targets/bulk";
import { hasUpperValue, statesFigure } from "@/lib/domain/targets/comparators";
import { VERDICTS } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { BulkEntry } from "@/lib/views/bulk";
import { formatLatest } from "@/lib/wording/format-latest";
import { formatPromise } from "@/lib/wording/format-promise";
import { numberedLabel } from "@/lib/wording/label-text";
import { unitInBrackets } from "@/lib/wording/unit-in-brackets";

interface BulkRowProps {
  readonly entry: BulkEntry;
  readonly step: BulkStep;
  readonly lang: Language;
}

/** Code, title, promise and due date, as a link to the target. */
async function Summary({ entry: { row, visibility, receiveDueOn, hasClosingRequest }, step, lang }: BulkRowProps) {
  const [t, kinds] = await Promise.all([getTranslations("bulk"), getTranslations("newTarget")]);
  const latest = formatLatest(row, lang);
  const facts: ReactNode[] = [
    ...(step === "label" ? row.labels.map((one) => numberedLabel(one, lang)) : []),
    formatPromise(row, lang),
    t("due", { day: formatIsoDate(row.terms.dueOn, lang) }),
    ...(step === "issue" ? [kinds(`visibilities.${visibility}`)] : []),
    ...(step === "receive" && receiveDueOn !== null
      ? [t("receiveBy", { day: formatIsoDate(receiveDueOn, lang) })]
      : []),
    ...(step === "close" || step === "carry-over" || step === "send-slip"
      ? [latest === null ? t("noValue") : t("latest", { value: latest })]
      : []),
    ...(hasClosingRequest && step === "close" ? [t("closingRequested")] : []),
  ];
  return (
    <div className="min-w-0 [overflow-wrap:anywhere]">
      <DayLink href={`/targets/${row.code}`} prefetch={false} className="underline">
        {row.code} {row.title[lang]}
      </DayLink>
      <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft tabular-nums">
        {facts.map((fact) => (
          <span key={String(fact)}>{fact}</span>
        ))}
        {(step === "close" || step === "send-slip") && <LightBadge {...row.standing} />}
      </p>
    </div>
  );
}

/** What the step states for this target alone. */
async function RowFields({ entry: { row, verdict, carryOver }, step, lang }: BulkRowProps) {
  const [t, life, label] = await Promise.all([
    getTranslations("bulk"),
    getTranslations("life"),
    getTranslations("label"),
  ]);
  const { code, terms, metric } = row;
  if (step === "close") {
    return (
      <SelectField
        name={`verdict:${code}`}
        label={life("verdict")}
        value={verdict ?? ""}
        options={[
          { value: "", label: t("chooseVerdict") },
          ...VERDICTS.map((value) => ({ value, label: life(`verdicts.${value}`) })),
        ]}
      />
    );
  }
  if (step === "label") return <TextField name={`number:${code}`} label={label("number")} />;
  if (carryOver === null) return null;
  const unit = unitInBrackets(metric, lang);
  const hasFigure = KIND_RULES[terms.kind].hasFigure && statesFigure(terms.comparator);
  return (
    <div className="grid gap-2 sm:grid-cols-3">
      <TextField name={`newCode:${code}`} label={t("newCode")} value={carryOver.newCode} />
      {hasFigure && <NumberField allowsNegative name={`value:${code}`} label={`${t("newValue")}${unit}`} />}
      {hasFigure && hasUpperValue(terms.comparator) && (
        <NumberField allowsNegative name={`upperValue:${code}`} label={`${t("newUpperValue")}${unit}`} />
      )}
      {!carryOver.finalValueKnown && <p className="text-sm text-ink-soft sm:col-span-3">{t("noFinalValue")}</p>}
    </div>
  );
}

/** A target for which the step is possible. */
export async function BulkRow({ entry, step, lang }: BulkRowProps) {
  const t = await getTranslations("bulk");
  const { code } = entry.row;
  return (
    <li className="grid grid-cols-[1.75rem_1fr] items-start gap-x-2 gap-y-1 py-1.5 xl:grid-cols-[1.75rem_1fr_auto]">
      <Checkbox form={BULK_FORM} name={`chosen:${code}`} value="yes" defaultChecked={entry.isProposed}>
        <span className="sr-only">{t("tick", { code })}</span>
      </Checkbox>
      <div>
        <Summary entry={entry} step={step} lang={lang} />
        <BulkRowError code={code} />
      </div>
      <div className="empty:hidden max-xl:col-start-2">
        <RowFields entry={entry} step={step} lang={lang} />
      </div>
    </li>
  );
}

const FIX: Readonly<Record<BulkObstacle, (code: string) => string>> = {
  "no-target-value": (code) => `/targets/${code}/revise`,
  "no-steps": (code) => `/targets/${code}/revise`,
  "no-reporting-date": (code) => `/targets/${code}/revise`,
  "reports-wait": (code) => `/targets/${code}`,
  "requests-wait": () => "/supervision?list=requests",
  "owner-closed": (code) => `/targets/${code}/revise`,
  "carried-over": (code) => `/targets/${code}`,
};

/** A target for which the step is not possible: why, and where to change it. */
export async function BlockedRow({ entry, step, lang }: BulkRowProps) {
  const t = await getTranslations("bulk");
  const { obstacle, row } = entry;
  if (obstacle === null) return null;
  // A department cannot set the figure of its target; its page says that the office will.
  const href = step === "receive" ? `/targets/${row.code}` : FIX[obstacle](row.code);
  return (
    <li className="py-1.5">
      <Summary entry={entry} step={step} lang={lang} />
      <p className="text-sm">
        <span className="text-notice">{t(`obstacles.${obstacle}`)}</span>{" "}
        <DayLink
          href={href}
          prefetch={false}
          className="underline"
          aria-label={`${t(`fixes.${obstacle}`)} ${row.code}`}
        >
          {t(`fixes.${obstacle}`)}
        </DayLink>
      </p>
    </li>
  );
}
