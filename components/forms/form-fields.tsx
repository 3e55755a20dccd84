"use client";
// The fields of an ActionForm: each takes its error from the form's last answer.
import type { ComponentProps } from "react";
import { type FieldProps, FormField } from "@/components/forms/form-field";
import { useSubmitContext } from "@/components/forms/submit-context";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { Input, type Option, Select, TextArea } from "@/components/ui/input";

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

export function AreaField({ value, rows = 3, ...field }: FieldProps & { readonly rows?: number }) {
  return <FormField {...field}>{(control) => <TextArea {...control} rows={rows} defaultValue={value} />}</FormField>;
}

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly Option[];
}

export function SelectField({ value, options, ...field }: SelectFieldProps) {
  return (
    <FormField {...field}>{(control) => <Select {...control} defaultValue={value} options={options} />}</FormField>
  );
}

interface SubmitButtonProps extends Pick<ComponentProps<"button">, "name" | "value" | "children"> {
  readonly variant?: ButtonVariant;
}

export function SubmitButton({ variant = "primary", ...rest }: SubmitButtonProps) {
  const { isBusy } = useSubmitContext();
  return <Button {...rest} type="submit" variant={variant} pending={isBusy} />;
}
