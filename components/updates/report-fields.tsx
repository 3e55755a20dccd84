"use client";
import { type ComponentProps, type ReactNode, useState } from "react";
import { NumberInput } from "@/components/ui/number-input";
import type { FormWords } from "@/components/updates/form-words";
import { readAs } from "@/components/updates/read-as";
import type { ReportFormProps } from "@/components/updates/report-form";
import { allowsNegative } from "@/lib/domain/updates/report-rules";
import type { FieldErrors, UpdateField } from "@/lib/schemas/update";

const INPUT = "w-full border bg-surface px-2 py-2";

interface FieldProps {
  readonly field: UpdateField;
  readonly label: string;
  readonly errors: FieldErrors;
  readonly words: FormWords;
  readonly hint?: string;
  readonly children: (aria: {
    id: string;
    "aria-invalid": boolean;
    "aria-describedby": string | undefined;
  }) => ReactNode;
}

function Field({ field, label, errors, words, hint, children }: FieldProps) {
  const error = errors[field];
  const described = [error && `${field}-error`, hint && `${field}-hint`].filter(Boolean).join(" ");
  return (
    <div className="grid gap-1">
      <label htmlFor={field} className="font-bold">
        {label}
      </label>
      {children({ id: field, "aria-invalid": error !== undefined, "aria-describedby": described || undefined })}
      {hint && (
        <p id={`${field}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${field}-error`} className="text-sm text-notice">
          {words.errors[error] ?? error}
        </p>
      )}
    </div>
  );
}

type FieldsProps = ReportFormProps & { readonly errors: FieldErrors };

/** A number with what it is read as, where the text does not say that plainly: shown before it is saved. */
function ReadNumber({
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
        className={`${INPUT} text-lg`}
      />
      <p role="status" className="text-sm empty:hidden">
        {shown !== null && words.readAs.replace("{value}", shown)}
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
      : ([["value", kind === "rank" ? words.place : `${words.value}${unit === "" ? "" : ` (${unit})`}`]] as const);
  return fields.map(([field, label], index) => (
    <Field
      key={field}
      field={field}
      label={label}
      errors={errors}
      words={words}
      hint={index === 0 ? previous : undefined}
    >
      {(aria) => (
        <ReadNumber
          {...aria}
          name={field}
          allowsNegative={field !== "denominator" && allowsNegative(kind)}
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
    <fieldset className="grid gap-1" aria-describedby={errors.value && "value-error"}>
      <legend className="font-bold">{words.value}</legend>
      {[
        ["1", words.yes],
        ["0", words.no],
      ].map(([value, label]) => (
        <label key={value} className="flex items-center gap-2 py-1">
          <input type="radio" name="value" value={value} defaultChecked={input.value === value} /> {label}
        </label>
      ))}
      {errors.value && (
        <p id="value-error" className="text-sm text-notice">
          {words.errors[errors.value] ?? errors.value}
        </p>
      )}
    </fieldset>
  );
}

function Steps({ steps, input, words, errors, min, max }: FieldsProps) {
  return (
    <fieldset className="grid gap-2" aria-describedby={errors.steps && "steps-error"}>
      <legend className="font-bold">{words.steps}</legend>
      {steps.map((step) => (
        <label key={step.key} className="grid gap-1 border-b py-1 sm:grid-cols-[1fr_11rem] sm:items-center">
          <span>{step.title}</span>
          <span>
            <span className="sr-only">{words.stepDone}</span>
            <input
              type="date"
              name={`step:${step.key}`}
              min={min}
              max={max}
              defaultValue={input.steps?.find((one) => one.key === step.key)?.doneOn ?? ""}
              className={INPUT}
            />
          </span>
        </label>
      ))}
      <p className="text-sm text-ink-soft">{words.stepDone}</p>
      {errors.steps && (
        <p id="steps-error" className="text-sm text-notice">
          {words.errors[errors.steps] ?? errors.steps}
        </p>
      )}
    </fieldset>
  );
}

/** The fields of a report; what is asked for follows the metric's kind. */
export function ReportFields(props: FieldsProps) {
  const { kind, input, words, errors, isCorrection, min, max } = props;
  const long = [
    ["note", isCorrection ? words.correctionNote : words.note],
    ["problems", words.problems],
    ["nextStep", words.nextStep],
    ["evidence", words.evidence],
  ] as const;
  return (
    <>
      <Field field="asOf" label={words.asOf} errors={errors} words={words}>
        {(aria) => (
          <input
            {...aria}
            type="date"
            name="asOf"
            min={min}
            max={max}
            readOnly={isCorrection}
            defaultValue={input.asOf}
            className={INPUT}
          />
        )}
      </Field>
      {kind === "yes-no" && <YesNo {...props} />}
      {kind === "milestone" && <Steps {...props} />}
      {kind !== "yes-no" && kind !== "milestone" && <Numbers {...props} />}
      {long.map(([field, label]) => (
        <Field key={field} field={field} label={label} errors={errors} words={words}>
          {(aria) => (
            <textarea {...aria} name={field} rows={2} maxLength={2000} defaultValue={input[field]} className={INPUT} />
          )}
        </Field>
      ))}
    </>
  );
}
