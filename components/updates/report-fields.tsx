"use client";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { errorText, type FieldsProps, Optional } from "@/components/updates/field-text";

/** Sets a field as if it were typed, so that the text is stored and the preview requested. */
function enter(field: HTMLInputElement | HTMLTextAreaElement | null, text: string): void {
  if (field === null) return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** The day the value speaks of: the periods without a report are one press away, the latest first. */
export function ReportDay(props: FieldsProps) {
  const { input, words, isCorrection, min, max, missed } = props;
  const ref = useRef<HTMLInputElement>(null);
  const [day, setDay] = useState(input.asOf);
  // Stored text is filled in after the first render.
  useEffect(() => setDay(ref.current?.value ?? input.asOf), [input.asOf]);
  return (
    <Field id="asOf" label={words.asOf} error={errorText("asOf", props)}>
      {(control) => (
        <>
          {!isCorrection && missed.length > 0 && (
            <fieldset className="flex flex-wrap gap-2">
              <legend className="sr-only">{words.missed}</legend>
              {missed.map(({ on, label }) => (
                <Button
                  key={on}
                  size="sm"
                  aria-pressed={day === on}
                  className="aria-pressed:border-ink aria-pressed:font-bold"
                  onClick={() => enter(ref.current, on)}
                >
                  {label}
                </Button>
              ))}
            </fieldset>
          )}
          <Input
            {...control}
            ref={ref}
            type="date"
            name="asOf"
            min={min}
            max={max}
            readOnly={isCorrection}
            defaultValue={input.asOf}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
        </>
      )}
    </Field>
  );
}

/** The texts of the last report as a start: fills empty fields only. */
function CopyTexts({ lastTexts, words }: Pick<FieldsProps, "lastTexts" | "words">) {
  const [isCopied, setCopied] = useState(false);
  if (lastTexts === null) return null;
  const copy = (form: HTMLFormElement | null) => {
    for (const [name, text] of Object.entries(lastTexts)) {
      const field = form?.elements.namedItem(name);
      if (field instanceof HTMLTextAreaElement && field.value === "") enter(field, text);
    }
    setCopied(true);
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button size="sm" onClick={(event) => copy(event.currentTarget.form)}>
        {words.copyTexts}
      </Button>
      <span role="status" className="text-sm text-ink-soft">
        {isCopied && words.copied}
      </span>
    </div>
  );
}

/** The texts of a report. All are optional, except the reason of a correction. */
export function ReportTextFields(props: FieldsProps) {
  const { input, words, isCorrection } = props;
  const fields = [
    ["note", isCorrection ? words.correctionNote : words.note],
    ["problems", words.problems],
    ["nextStep", words.nextStep],
    ["evidence", words.evidence],
  ] as const;
  return (
    <>
      {!isCorrection && <CopyTexts {...props} />}
      {fields.map(([field, label]) => (
        <Field
          key={field}
          id={field}
          label={
            <>
              {label}
              {!(isCorrection && field === "note") && <Optional words={words} />}
            </>
          }
          error={errorText(field, props)}
        >
          {(control) => <TextArea {...control} name={field} rows={2} maxLength={2000} defaultValue={input[field]} />}
        </Field>
      ))}
    </>
  );
}
