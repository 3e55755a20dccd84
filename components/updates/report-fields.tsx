"use client";
import { type ComponentProps, useState } from "react";
import { Field, Fieldset } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { NumberInput } from "@/components/ui/number-input";
import type { FormWords } from "@/components/updates/form-words";
import { readAs } from "@/components/updates/read-as";
import type { ReportFormProps } from "@/components/updates/report-form";
import { allowsNegative } from "@/lib/domain/updates/report-rules";
import { formatMessage } from "@/lib/i18n/format-message";
import type { FieldErrors, UpdateField } from "@/lib/schemas/update";

function errorText(field: UpdateField, { errors, words }: Pick<FieldsProps, "errors" | "words">): string | undefined {
  const error = errors[field];
  return error && (words.errors[error] ?? error);
}

type FieldsProps = ReportFormProps & { readonly errors: FieldErrors };

/** A number field that shows how its text is parsed before it is saved. */
function ParsedNumberInput({
  unit,
  words,
  ...rest
}: ComponentProps<typeof NumberInput> & { readonly unit: string | null; readonly words: FormWords }) {
  const [shown, setShown] = useState<string | null>(null);
  return (
    <>
      <NumberInput
        {...rest}
        onInput={(event) => setShown(readAs(event.currentTarget.value, unit, words.lang))}
        className="text-lg"
      />
      <p role="status" className="text-sm empty:hidden">
        {shown !== null && formatMessage(words.readAs, { value: shown })}
      </p>
    </>
  );
}

function Numbers({ kind, unit, printedUnit, input, previous, words, errors }: FieldsProps) {
  const fields =
    kind === "ratio"
      ? ([
          ["numerator", words.numerator],
          ["denominator", words.denominator],
          ["value", words.percentage],
        ] as const)
      : kind === "rank"
        ? ([
            ["value", words.place],
            ["peers", words.peers],
          ] as const)
        : ([["value", `${words.value}${unit === "" ? "" : ` (${unit})`}`]] as const);
  return fields.map(([field, label], index) => (
    <Field
      key={field}
      id={field}
      label={label}
      hint={index === 0 ? previous : undefined}
      error={errorText(field, { errors, words })}
    >
      {(control) => (
        <ParsedNumberInput
          {...control}
          name={field}
          allowsNegative={field !== "denominator" && field !== "peers" && allowsNegative(kind)}
          defaultValue={input[field]}
          unit={field === "value" ? printedUnit : null}
          words={words}
        />
      )}
    </Field>
  ));
}

function YesNo({ input, words, errors }: FieldsProps) {
  return (
    <Fieldset id="value" legend={words.value} error={errorText("value", { errors, words })}>
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

function Steps({ steps, input, words, errors, min, max }: FieldsProps) {
  return (
    <Fieldset id="steps" legend={words.steps} hint={words.stepDone} error={errorText("steps", { errors, words })}>
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

/** The fields of a report; they follow the metric's kind. */
export function ReportFields(props: FieldsProps) {
  const { kind, input, words, isCorrection, min, max } = props;
  const long = [
    ["note", isCorrection ? words.correctionNote : words.note],
    ["problems", words.problems],
    ["nextStep", words.nextStep],
    ["evidence", words.evidence],
  ] as const;
  return (
    <>
      <Field id="asOf" label={words.asOf} error={errorText("asOf", props)}>
        {(control) => (
          <Input
            {...control}
            type="date"
            name="asOf"
            min={min}
            max={max}
            readOnly={isCorrection}
            defaultValue={input.asOf}
          />
        )}
      </Field>
      {kind === "yes-no" && <YesNo {...props} />}
      {kind === "milestone" && <Steps {...props} />}
      {kind !== "yes-no" && kind !== "milestone" && <Numbers {...props} />}
      {long.map(([field, label]) => (
        <Field key={field} id={field} label={label} error={errorText(field, props)}>
          {(control) => <TextArea {...control} name={field} rows={2} maxLength={2000} defaultValue={input[field]} />}
        </Field>
      ))}
    </>
  );
}
