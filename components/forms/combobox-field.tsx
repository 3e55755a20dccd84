"use client";
import { FormField } from "@/components/forms/form-field";
import type { SelectFieldProps } from "@/components/forms/form-fields";
import { Combobox } from "@/components/ui/combobox";

/** For lists that can have hundreds of entries, such as departments. */
export function ComboboxField({ value, options, ...field }: SelectFieldProps) {
  return (
    <FormField {...field}>
      {(control) => <Combobox {...control} label={field.label} defaultValue={value} options={options} />}
    </FormField>
  );
}
