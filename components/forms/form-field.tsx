// A field of an ActionForm, with its error from the form's last answer. Common controls are in form-fields; controls with
// larger scripts are in separate files, so that pages load only those they use.
import type { ReactNode } from "react";
import { useSubmitContext } from "@/components/forms/submit-context";
import { type ControlProps, Field } from "@/components/ui/field";

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly hint?: string;
}

export function FormField({
  name,
  label,
  hint,
  children,
}: Omit<FieldProps, "value"> & {
  readonly children: (control: ControlProps & { readonly name: string }) => ReactNode;
}) {
  const { formId, answer, words } = useSubmitContext();
  const error = answer.errors[name];
  return (
    <Field id={`${formId}-${name}`} label={label} hint={hint} error={error && (words.errors[error] ?? error)}>
      {(control) => children({ ...control, name })}
    </Field>
  );
}
