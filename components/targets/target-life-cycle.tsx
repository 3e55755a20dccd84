import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { AreaField, SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { NumberField } from "@/components/forms/number-field";
import { DayLink } from "@/components/layout/day-link";
import { signatoryText } from "@/components/targets/signatory-text";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { buttonClass } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import {
  carryOverTargetAction,
  changeClosingDaysAction,
  changeEvidenceRequirementAction,
  openLateEntryAction,
  requestClosingAction,
  settleBaselineAction,
  transitionTargetAction,
} from "@/lib/actions/targets";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import type { Actor } from "@/lib/domain/permissions/actor";
import { type Action, can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope";
import { hasUpperValue, statesFigure } from "@/lib/domain/targets/comparators";
import { missingForIssue } from "@/lib/domain/targets/life-cycle";
import { resultValue, yearEndValue } from "@/lib/domain/targets/year-end-value";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { PersonNames } from "@/lib/views/account";
import { measureText } from "@/lib/wording/measure-text";
import { unitInBrackets } from "@/lib/wording/unit-in-brackets";

interface TargetLifeCycleProps extends TargetPartProps {
  readonly actor: Actor;
  readonly person: PersonNames;
  readonly today: IsoDate;
}

/** The state with its history, and the reader's actions on it. */
export async function TargetLifeCycle({ target, lang, actor, person, today }: TargetLifeCycleProps) {
  const [t, states] = await Promise.all([getTranslations("life"), getTranslations("targetStates")]);
  const { terms, transitions, receiveDueOn } = target;
  // For the owner, the button is shown above.
  const waitsForOwner = terms.state === "issued" && !can(actor, "target.receive", { target: scopeOf(target) });
  const awaitsFigure = waitsForOwner && missingForIssue(terms) !== null;
  const isLate = receiveDueOn !== null && receiveDueOn < today;
  return (
    <section className="grid gap-3">
      <h2 className="border-b pb-1">
        {t("title")} <span className="font-normal">{states(terms.state)}</span>
      </h2>
      {awaitsFigure && <p>{t("awaitsFigure")}</p>}
      {waitsForOwner && receiveDueOn !== null && (
        <p>{t(isLate ? "waitsLate" : "waitsUntil", { day: formatIsoDate(receiveDueOn, lang) })}</p>
      )}
      {transitions.length > 0 && (
        <ol className="grid gap-1">
          {transitions.map(({ id, step, at, actor: by, note, authority, verdict }) => (
            <li key={id}>
              {formatIsoDate(toCityDay(at), lang)} <strong>{t(`steps.${step}`)}</strong>{" "}
              {verdict !== null && t(`verdicts.${verdict}`)}{" "}
              <span className="text-sm text-ink-soft">
                {[authority, note, signatoryText(by, person, lang)].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
        </ol>
      )}
      <LifeForms target={target} lang={lang} actor={actor} />
    </section>
  );
}

/** Creates next year's draft of this target. */
async function RollOver({ target, lang }: TargetPartProps) {
  const [t, words] = await Promise.all([getTranslations("newTarget"), getFormWords()]);
  const { value: reported = null, asOf = null } = target.standing.latest ?? {};
  const value = resultValue(target.terms.judging, { value: reported, judgedValue: target.standing.judgedValue });
  const reached = yearEndValue({ value, asOf }, target.terms.dueOn);
  const baseline = reached.known
    ? t("carryOverBaseline", { value: measureText(reached.value, { ...target.metric, lang }) })
    : reached.asOf === null
      ? t("carryOverNoValue")
      : t("carryOverNotYearEnd", { day: formatIsoDate(reached.asOf, lang) });
  const { kind, comparator } = target.terms;
  const hasBaseline = KIND_RULES[kind].hasFigure;
  const unit = unitInBrackets(target.metric, lang);
  return (
    <Disclosure title={t("carryOver")}>
      <p className="pb-2 text-ink-soft">{t("carryOverLead")}</p>
      <p className={reached.known ? "pb-2" : "pb-2 text-notice"}>{baseline}</p>
      <ActionForm action={carryOverTargetAction} words={words} label={t("carryOver")}>
        <input type="hidden" name="code" value={target.code} />
        <TextField name="newCode" label={t("newCode")} hint={t("codeHint")} />
        {hasBaseline && statesFigure(comparator) && (
          <NumberField allowsNegative name="value" label={`${t("newValue")}${unit}`} />
        )}
        {hasUpperValue(comparator) && (
          <NumberField allowsNegative name="upperValue" label={`${t("newUpperValue")}${unit}`} />
        )}
        {!reached.known && hasBaseline && (
          <NumberField
            allowsNegative
            name="baseline"
            label={`${t("provisionalBaseline")}${unit}`}
            hint={t("provisionalBaselineHint")}
          />
        )}
        <SubmitButton>{t("carry")}</SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}

async function LifeForms({ target, lang, actor }: Pick<TargetLifeCycleProps, "target" | "lang" | "actor">) {
  const [t, visibilities, words] = await Promise.all([
    getTranslations("life"),
    getTranslations("newTarget"),
    getFormWords(),
  ]);
  const { code, visibility, terms, evidenceRequired } = target;
  const may = (action: Action) => can(actor, action, { target: scopeOf(target) });
  const hidden = (step: string) => (
    <>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="step" value={step} />
    </>
  );
  const link = buttonClass();
  return (
    <div className="grid gap-3 empty:hidden">
      {may("target.revise") && KIND_RULES[terms.kind].hasFigure && target.years.finalBefore !== null && (
        <ActionForm action={settleBaselineAction} words={words}>
          <input type="hidden" name="code" value={code} />
          <p>{t("settle", { value: measureText(target.years.finalBefore, { ...target.metric, lang }) })}</p>
          <SubmitButton variant="secondary">{t("settleNow")}</SubmitButton>
        </ActionForm>
      )}
      {may("target.change-visibility") && (
        <p>
          {t("visibility", { visibility: visibilities(`visibilities.${visibility}`) })}{" "}
          <DayLink href={`/targets/${code}/visibility`} prefetch={false} className="underline">
            {t("changeVisibility")}
          </DayLink>
        </p>
      )}
      {may("target.revise") && (
        <ActionForm action={changeEvidenceRequirementAction} words={words}>
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="required" value={evidenceRequired ? "no" : "yes"} />
          <p>{t(evidenceRequired ? "evidenceIsRequired" : "evidenceIsOptional")}</p>
          <SubmitButton variant="secondary">{t(evidenceRequired ? "evidenceFree" : "evidenceRequire")}</SubmitButton>
        </ActionForm>
      )}
      {may("target.revise") && (
        <Disclosure title={t("closing")}>
          <div className="grid gap-6">
            <ActionForm action={changeClosingDaysAction} words={words}>
              <input type="hidden" name="code" value={code} />
              <NumberField
                name="closesAfterDays"
                label={t("closesAfter")}
                value={target.closesAfterDays === null ? "" : String(target.closesAfterDays)}
              />
              <SubmitButton variant="secondary">{t("save")}</SubmitButton>
            </ActionForm>
            {target.closesAfterDays !== null && (
              <ActionForm action={openLateEntryAction} words={words}>
                <input type="hidden" name="code" value={code} />
                <TextField type="date" name="periodEnd" label={t("periodEnd")} />
                <TextField type="date" name="openUntil" label={t("openUntil")} />
                <AreaField name="reason" label={t("reason")} rows={2} />
                <SubmitButton>{t("openLate")}</SubmitButton>
              </ActionForm>
            )}
          </div>
        </Disclosure>
      )}
      {can(actor, "target.create", null) && terms.state !== "draft" && terms.state !== "withdrawn" && (
        <RollOver target={target} lang={lang} />
      )}
      {may("request.create") && (
        <>
          <p className="flex flex-wrap gap-3">
            <DayLink href={`/targets/${code}/revise?as=extension`} prefetch={false} className={link}>
              {t("askExtension")}
            </DayLink>
            <DayLink href={`/targets/${code}/revise?as=revision`} prefetch={false} className={link}>
              {t("askRevision")}
            </DayLink>
          </p>
          <Disclosure title={t("askClosing")}>
            <ActionForm action={requestClosingAction} words={words}>
              <input type="hidden" name="code" value={code} />
              <AreaField name="reason" label={t("closingReport")} hint={t("closingReportHint")} rows={5} />
              <SubmitButton>{t("send")}</SubmitButton>
            </ActionForm>
          </Disclosure>
        </>
      )}
      {may("target.reopen") && (
        <Disclosure title={t("reopen")}>
          <ActionForm action={transitionTargetAction} words={words}>
            {hidden("reopen")}
            <AreaField name="note" label={t("reason")} />
            <SubmitButton>{t("reopen")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
      {may("target.withdraw") && (
        <Disclosure title={t("withdraw")}>
          <ActionForm action={transitionTargetAction} words={words} confirmation={t("withdrawConfirm", { code })}>
            {hidden("withdraw")}
            <AreaField name="note" label={t("reason")} />
            <TextField name="authority" label={t("authority")} hint={t("authorityHint")} />
            <SubmitButton variant="danger">{t("withdraw")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
    </div>
  );
}
