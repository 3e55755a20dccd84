"use client";
import { type FieldProps, FormField } from "@/components/forms/form-field";
import { NumberInput } from "@/components/ui/number-input";

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
