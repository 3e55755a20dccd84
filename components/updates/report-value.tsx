"use client";
import { type ComponentProps, useState } from "react";
import { Field, Fieldset } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NumberInput } from "@/components/ui/number-input";
import { errorText, type FieldsProps, Optional } from "@/components/updates/field-text";
import type { FormWords } from "@/components/updates/form-words";
import { readAs } from "@/components/updates/read-as";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import { allowsNegative } from "@/lib/domain/updates/report-rules";
import { formatMessage } from "@/lib/i18n/format-message";

interface ParsedNumberProps extends ComponentProps<typeof NumberInput> {
  /** Shown inside the field, at its right. */
  readonly unit: string;
  readonly printedUnit: PrintedUnit | null;
  readonly words: FormWords;
}

/** A number field that shows how its text is parsed before it is saved. */
function ParsedNumberInput({ unit, printedUnit, words, ...rest }: ParsedNumberProps) {
  const [shown, setShown] = useState<string | null>(null);
  return (
    <>
      <div className="relative">
        <NumberInput
          {...rest}
          onInput={(event) => setShown(readAs(event.currentTarget.value, printedUnit, words.lang))}
          className="text-lg font-bold"
          style={{ paddingInlineEnd: `${unit.length + 1.5}ch` }}
        />
        {unit !== "" && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-ink-soft"
          >
            {unit}
          </span>
        )}
      </div>
      <p role="status" className="text-sm empty:hidden">
        {shown !== null && formatMessage(words.readAs, { value: shown })}
      </p>
    </>
  );
}

function numberFields({ kind, words }: FieldsProps) {
  if (kind === "ratio") {
    return [
      ["numerator", words.numerator],
      ["denominator", words.denominator],
      ["value", words.percentage],
    ] as const;
  }
  if (kind !== "rank") return [["value", words.value]] as const;
  return [
    ["value", words.place],
    ["peers", words.peers],
  ] as const;
}

function Numbers(props: FieldsProps) {
  const { kind, unit, printedUnit, input, words } = props;
  return numberFields(props).map(([field, label], index) => {
    const shownUnit = kind !== "ratio" && field === "value" ? unit : "";
    return (
      <Field
        key={field}
        id={field}
        label={
          <>
            {label}
            {field === "peers" && <Optional words={words} />}
            {shownUnit !== "" && <span className="sr-only"> ({shownUnit})</span>}
          </>
        }
        error={errorText(field, props)}
      >
        {(control) => (
          <ParsedNumberInput
            {...control}
            autoFocus={index === 0}
            name={field}
            allowsNegative={field !== "denominator" && field !== "peers" && allowsNegative(kind)}
            defaultValue={input[field]}
            unit={shownUnit}
            printedUnit={field === "value" ? printedUnit : null}
            words={words}
          />
        )}
      </Field>
    );
  });
}

function YesNo(props: FieldsProps) {
  const { input, words } = props;
  return (
    <Fieldset id="value" legend={words.value} error={errorText("value", props)}>
      {[
        ["1", words.yes],
        ["0", words.no],
      ].map(([value, label]) => (
        <label key={value} className="flex items-center gap-2 py-1 pointer-coarse:min-h-11">
          <input type="radio" name="value" value={value} defaultChecked={input.value === value} /> {label}
        </label>
      ))}
    </Fieldset>
  );
}

function Steps(props: FieldsProps) {
  const { steps, input, words, min, max } = props;
  return (
    <Fieldset id="steps" legend={words.steps} hint={words.stepDone} error={errorText("steps", props)}>
      {steps.map((step) => (
        <div key={step.key} className="grid gap-1 border-b py-1 sm:grid-cols-[1fr_11rem] sm:items-center">
          <label htmlFor={`step:${step.key}`}>{step.title}</label>
          <Input
            id={`step:${step.key}`}
            type="date"
            name={`step:${step.key}`}
            min={min}
            max={max}
            defaultValue={input.steps?.find((one) => one.key === step.key)?.doneOn ?? ""}
          />
        </div>
      ))}
    </Fieldset>
  );
}

/** The value: the one thing a report is about, so it comes first. */
export function ReportValue(props: FieldsProps) {
  if (props.kind === "yes-no") return <YesNo {...props} />;
  return props.kind === "milestone" ? <Steps {...props} /> : <Numbers {...props} />;
}
