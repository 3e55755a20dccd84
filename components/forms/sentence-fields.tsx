"use client";
// The fields of an ActionForm that stand inside a sentence: small, each with a separate label, with their errors
// below the sentence.
import type { ReactNode } from "react";
import { useSubmitContext } from "@/components/forms/submit-context";
import { type Option, Select } from "@/components/ui/input";
import { NumberInput } from "@/components/ui/number-input";

interface InlineFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

function useInlineField(name: string) {
  const { formId, answer } = useSubmitContext();
  const isInvalid = answer.errors[name] !== undefined;
  const id = `${formId}-${name}`;
  return {
    id,
    name,
    "aria-invalid": isInvalid || undefined,
    "aria-describedby": isInvalid ? `${id}-error` : undefined,
  };
}

export function InlineNumber({
  name,
  label,
  value,
  allowsNegative = false,
}: InlineFieldProps & { readonly allowsNegative?: boolean }) {
  return (
    <NumberInput
      {...useInlineField(name)}
      aria-label={label}
      allowsNegative={allowsNegative}
      defaultValue={value}
      compact
      fit
      className="mx-1 w-16 text-right leading-normal"
    />
  );
}

export function InlineSelect({
  name,
  label,
  value,
  options,
}: InlineFieldProps & { readonly options: readonly Option[] }) {
  return (
    <Select
      {...useInlineField(name)}
      aria-label={label}
      defaultValue={value}
      options={options}
      compact
      fit
      className="mx-1 max-w-full leading-normal"
    />
  );
}

interface SentenceProps {
  /** The fields of the sentence, in its order. */
  readonly fields: readonly Pick<InlineFieldProps, "name" | "label">[];
  readonly children: ReactNode;
}

/** A sentence with its fields, and below it their errors, each with the name of its field if there are several. */
export function Sentence({ fields, children }: SentenceProps) {
  const { formId, answer, words } = useSubmitContext();
  const faults = fields.flatMap(({ name, label }) => {
    const error = answer.errors[name];
    return error === undefined ? [] : [{ name, label, message: words.errors[error] ?? error }];
  });
  return (
    <div>
      <div className="leading-9 pointer-coarse:leading-[3.25rem]">{children}</div>
      {faults.map(({ name, label, message }) => (
        <p key={name} id={`${formId}-${name}-error`} className="text-sm text-notice">
          {fields.length > 1 ? `${label}: ${message}` : message}
        </p>
      ))}
    </div>
  );
}
