import type { FormWords } from "@/components/updates/form-words";
import type { ReportFormProps } from "@/components/updates/report-form";
import type { FieldErrors, UpdateField } from "@/lib/schemas/update";

export type FieldsProps = ReportFormProps & { readonly errors: FieldErrors };

export function errorText(
  field: UpdateField,
  { errors, words }: Pick<FieldsProps, "errors" | "words">,
): string | undefined {
  const error = errors[field];
  return error && (words.errors[error] ?? error);
}

/** Marks the label of a field that may stay empty. */
export function Optional({ words }: { readonly words: Pick<FormWords, "optional"> }) {
  return <span className="font-normal text-ink-soft">{words.optional}</span>;
}
