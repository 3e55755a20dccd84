"use client";
// Figure, comparator, course and judging of a promise: only the fields that its kind and choices need are shown.
import { type ReactNode, useEffect, useRef } from "react";
import type { Messages } from "use-intl";
import { SelectField, TextField } from "@/components/forms/form-fields";
import { NumberField } from "@/components/forms/number-field";
import { useFormValues } from "@/components/forms/use-form-values";
import { PlanTable } from "@/components/targets/plan-table";
import { StepRows } from "@/components/targets/step-rows";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import { hasTolerance, hasUpperValue, mayBeBetter, statesFigure } from "@/lib/domain/targets/comparators";
import {
  COMPARATORS,
  type Comparator,
  METRIC_KINDS,
  type MetricKind,
  type PlanShape,
} from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import { LAST_YEAR_CELL, PLAN_CELL } from "@/lib/schemas/plan-cells";
import { CHANGE_CARD, CHANGE_PLANS, formPlanShapes } from "@/lib/schemas/plan-shapes";

export interface PromiseWords {
  readonly form: Messages["promiseForm"];
  readonly fields: Messages["target"]["fields"];
  readonly comparators: Messages["comparators"];
  readonly plans: Messages["target"]["plans"];
  readonly judgings: Messages["judgings"];
  readonly upperValueHint: string;
}

interface PromiseFieldsProps {
  /** The stored fields, by name. */
  readonly stored: Readonly<Record<string, string>>;
  /** The kind of the target's metric, or of each metric by its key where the author chooses one. */
  readonly kinds: MetricKind | Readonly<Record<string, MetricKind>>;
  /** Whether the rows of steps belong to the form: a revision moves the dates of existing steps instead. */
  readonly withSteps: boolean;
  readonly baseline: ReactNode;
  readonly words: PromiseWords;
  readonly lang: Language;
}

/** The form of a new metric promises a change over years. */
function isChange(values: Readonly<Record<string, string>>): boolean {
  return (values.metric ?? "") === "" && values["metric.kind"] === CHANGE_CARD;
}

function kindOf(kinds: PromiseFieldsProps["kinds"], values: Readonly<Record<string, string>>): MetricKind {
  if (typeof kinds === "string") return kinds;
  if (isChange(values)) return "level";
  const chosen = METRIC_KINDS.find((kind) => kind === values["metric.kind"]) ?? METRIC_KINDS[0];
  return kinds[values.metric ?? ""] ?? chosen;
}

function comparatorOf(text: string | undefined, allowed: readonly Comparator[]): Comparator {
  return allowed.find((one) => one === text) ?? allowed[0] ?? COMPARATORS[0];
}

function Shown({ when, children }: { readonly when: boolean; readonly children: ReactNode }) {
  return (
    <div hidden={!when} className="contents [&[hidden]]:hidden">
      {children}
    </div>
  );
}

export function PromiseFields({ stored, kinds, withSteps, baseline, words, lang }: PromiseFieldsProps) {
  const place = useRef<HTMLDivElement>(null);
  const values = useFormValues(place) ?? stored;
  const kind = kindOf(kinds, values);
  const { hasFigure, comparators, judgings } = KIND_RULES[kind];
  const change = typeof kinds !== "string" && isChange(values);
  const comparator = comparatorOf(values.comparator, comparators);
  const isStoredKind = kind === kindOf(kinds, stored);
  const present = isStoredKind ? (stored.planShape as PlanShape | undefined) : undefined;
  const shapes = change ? CHANGE_PLANS : formPlanShapes(kind, present);
  const shape = shapes.find((one) => one === values.planShape) ?? shapes[0];
  const { form, fields } = words;
  // A field with another kind's choices starts again with its default, which is a change for the fields that depend on it.
  useEffect(() => {
    place.current?.dispatchEvent(new Event("change", { bubbles: true }));
  }, [kind, change]);
  const isMerged = (values.mergeJanuaryFebruary ?? stored.mergeJanuaryFebruary) === "true";
  const dates = { startOn: values.startOn ?? "", dueOn: values.dueOn ?? "" };
  return (
    <div ref={place} className="contents">
      <Shown when={change}>
        <NumberField
          name="change.amount"
          value={stored["change.amount"]}
          label={form.changeAmount}
          hint={form.changeAmountHint}
        />
        <NumberField name="change.year" value={stored["change.year"]} label={form.changeYear} />
      </Shown>
      <Shown when={hasFigure && !change}>
        <Shown when={comparators.length > 1}>
          <SelectField
            key={kind}
            name="comparator"
            value={isStoredKind ? comparatorOf(stored.comparator, comparators) : comparators[0]}
            label={fields.comparator}
            options={comparators.map((one) => ({ value: one, label: words.comparators[one] }))}
          />
        </Shown>
        <Shown when={statesFigure(comparator)}>
          <NumberField allowsNegative name="value" value={stored.value} label={fields.value} />
        </Shown>
        <Shown when={hasUpperValue(comparator)}>
          <NumberField
            allowsNegative
            name="upperValue"
            value={stored.upperValue}
            label={fields.upperValue}
            hint={words.upperValueHint}
          />
        </Shown>
        <Shown when={mayBeBetter(comparator)}>
          <SelectField
            name="orBetter"
            value={stored.orBetter ?? ""}
            label={form.orBetter}
            options={[
              { value: "", label: form.orBetterChoose },
              { value: "false", label: form.orBetterNo },
              { value: "true", label: form.orBetterYes },
            ]}
          />
        </Shown>
        <Shown when={hasTolerance(comparator)}>
          <NumberField name="tolerance" value={stored.tolerance} label={form.tolerance} hint={form.toleranceHint} />
        </Shown>
        <NumberField allowsNegative name="stretchValue" value={stored.stretchValue} label={fields.stretchValue} />
        {baseline}
      </Shown>
      <Shown when={judgings.length > 1 && !change}>
        <SelectField
          key={kind}
          name="judging"
          value={isStoredKind ? (stored.judging ?? judgings[0]) : judgings[0]}
          label={form.judging}
          options={judgings.map((one) => ({ value: one, label: words.judgings[one] }))}
        />
      </Shown>
      <TextField type="date" name="startOn" label={fields.startOn} value={stored.startOn} />
      <TextField type="date" name="dueOn" label={fields.dueOn} value={stored.dueOn} />
      <Shown when={shapes.length > 0}>
        <SelectField
          key={change ? CHANGE_CARD : kind}
          name="planShape"
          value={isStoredKind ? (stored.planShape ?? shapes[0]) : shapes[0]}
          label={fields.planShape}
          options={shapes.map((one) => ({ value: one, label: words.plans[one] }))}
        />
      </Shown>
      <Shown when={shapes.length > 0 && shape !== "flat"}>
        <SelectField
          name="mergeJanuaryFebruary"
          value={stored.mergeJanuaryFebruary ?? "false"}
          label={form.merge}
          options={[
            { value: "false", label: form.mergeNo },
            { value: "true", label: form.mergeYes },
          ]}
        />
      </Shown>
      <Shown when={shape === "values"}>
        <PlanTable
          {...dates}
          isMerged={isMerged}
          prefix={PLAN_CELL}
          legend={form.plan}
          hint={change ? form.changePlanHint : form.planHint}
          stored={stored}
          words={form}
          lang={lang}
        />
      </Shown>
      <Shown when={shape === "last-year"}>
        <PlanTable
          {...dates}
          isLastYear
          isMerged={isMerged}
          prefix={LAST_YEAR_CELL}
          legend={form.lastYear}
          hint={form.lastYearHint}
          stored={stored}
          words={form}
          lang={lang}
        />
      </Shown>
      {withSteps && (
        <Shown when={kind === "milestone"}>
          <StepRows stored={stored} legend={form.steps} firstRows={2} words={form} />
        </Shown>
      )}
    </div>
  );
}
