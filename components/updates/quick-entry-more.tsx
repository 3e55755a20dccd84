"use client";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import type { EntryRow, EntryWords } from "@/components/updates/quick-entry-row";
import { stepField } from "@/components/updates/row-input";
import { NOTE_LIMIT } from "@/lib/schemas/update";

interface MoreProps {
  readonly row: EntryRow;
  readonly words: EntryWords;
  readonly isDone: boolean;
  readonly describedBy: string;
}

/** The day on which each step of a milestone was completed. */
export function EntrySteps({ row, words, isDone, describedBy }: MoreProps) {
  if (row.steps.length === 0) return null;
  return (
    <fieldset className="md:col-span-full">
      <legend className="text-sm text-ink-soft">{words.steps}</legend>
      <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {row.steps.map(({ key, title }, index) => (
          <Field key={key} compact id={`${row.code}-${key}`} label={title}>
            {(control) => (
              <Input
                {...control}
                compact
                type="date"
                name={stepField(key)}
                data-first={index === 0 ? "" : undefined}
                defaultValue={row.input.steps?.find((one) => one.key === key)?.doneOn ?? ""}
                readOnly={isDone}
                aria-describedby={describedBy}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

/** Problems and the next step, closed while both are blank. */
export function EntryTexts({ row, words, isDone }: Omit<MoreProps, "describedBy">) {
  const { problems = "", nextStep = "" } = row.input;
  return (
    <details className="md:col-span-full" open={problems !== "" || nextStep !== ""}>
      <summary className="text-sm text-ink-soft">{words.more}</summary>
      <div className="grid gap-2 pt-1 sm:grid-cols-2">
        {(["problems", "nextStep"] as const).map((name) => (
          <Field key={name} compact id={`${row.code}-${name}`} label={words[name]}>
            {(control) => (
              <TextArea
                {...control}
                name={name}
                rows={2}
                defaultValue={row.input[name]}
                readOnly={isDone}
                maxLength={NOTE_LIMIT}
              />
            )}
          </Field>
        ))}
      </div>
    </details>
  );
}
