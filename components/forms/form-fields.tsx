"use client";
// The fields of an ActionForm: each takes its error from the form's last answer.
import type { ComponentProps, ReactNode } from "react";
import { useSubmitContext } from "@/components/forms/submit-context";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { type ControlProps, Field } from "@/components/ui/field";
import { Input, type Option, Select, TextArea } from "@/components/ui/input";
import { NumberInput } from "@/components/ui/number-input";

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly hint?: string;
}

function FormField({
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

export function TextField({
  type = "text",
  value,
  autoComplete = type === "password" ? "new-password" : "off",
  ...field
}: FieldProps & { readonly type?: "text" | "date" | "email" | "password"; readonly autoComplete?: string }) {
  return (
    <FormField {...field}>
      {(control) => <Input {...control} type={type} defaultValue={value} autoComplete={autoComplete} />}
    </FormField>
  );
}

export function NumberField({
  value,
  allowsNegative = false,
  ...field
}: FieldProps & { readonly allowsNegative?: boolean }) {
  return (
    <FormField {...field}>
      {(control) => <NumberInput {...control} allowsNegative={allowsNegative} defaultValue={value} />}
    </FormField>
  );
}

export function AreaField({ value, rows = 3, ...field }: FieldProps & { readonly rows?: number }) {
  return <FormField {...field}>{(control) => <TextArea {...control} rows={rows} defaultValue={value} />}</FormField>;
}

interface SelectFieldProps extends FieldProps {
  readonly options: readonly Option[];
}

export function SelectField({ value, options, ...field }: SelectFieldProps) {
  return (
    <FormField {...field}>{(control) => <Select {...control} defaultValue={value} options={options} />}</FormField>
  );
}

/** For lists that can have hundreds of entries, such as departments. */
export function ComboboxField({ value, options, ...field }: SelectFieldProps) {
  return (
    <FormField {...field}>
      {(control) => <Combobox {...control} label={field.label} defaultValue={value} options={options} />}
    </FormField>
  );
}

interface FileFieldProps extends Omit<FieldProps, "value"> {
  /** File name extensions without their dot. */
  readonly endings: readonly string[];
  readonly multiple?: boolean;
  /** Called with the first selected file, or null when the selection is cleared. */
  readonly onFile?: (file: File | null) => void;
}

export function FileField({ endings, multiple = false, onFile, ...field }: FileFieldProps) {
  const accept = endings.map((ending) => `.${ending}`).join(",");
  return (
    <FormField {...field}>
      {(control) => (
        <Input
          {...control}
          type="file"
          multiple={multiple}
          accept={accept}
          onChange={(event) => onFile?.(event.currentTarget.files?.[0] ?? null)}
        />
      )}
    </FormField>
  );
}

interface SubmitButtonProps extends Pick<ComponentProps<"button">, "name" | "value" | "children"> {
  readonly variant?: ButtonVariant;
}

export function SubmitButton({ variant = "primary", ...rest }: SubmitButtonProps) {
  const { isBusy } = useSubmitContext();
  return <Button {...rest} type="submit" variant={variant} pending={isBusy} />;
}
