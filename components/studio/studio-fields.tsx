// The fields of the studio.
import type { ComponentProps, ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, Fieldset } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";

export function Group({ id, legend, children }: { id: string; legend: string; children: ReactNode }) {
  return (
    <Fieldset id={`studio-${id}`} legend={legend} className="border-t pt-2">
      {children}
    </Fieldset>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

export function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <Field compact id={`studio-${name}`} label={label}>
      {(control) => (
        <Select
          {...control}
          key={value}
          compact
          name={name}
          defaultValue={value}
          options={options.map(([key, text]) => ({ value: key, label: text }))}
        />
      )}
    </Field>
  );
}

export function TextChoice({
  label,
  hint,
  ...input
}: ComponentProps<typeof Input> & { name: string; label: string; hint?: string }) {
  return (
    <Field compact id={`studio-${input.name}`} label={label} hint={hint}>
      {(control) => <Input {...input} {...control} compact />}
    </Field>
  );
}

interface ChecksProps {
  readonly name: string;
  readonly checked: readonly string[];
  readonly options: readonly (readonly [value: string, label: string])[];
}

export function Checks({ name, checked, options }: ChecksProps) {
  return (
    <div className="grid max-h-52 overflow-y-auto text-sm">
      {options.map(([key, label]) => (
        <Checkbox key={key} name={name} value={key} defaultChecked={checked.includes(key)}>
          {label}
        </Checkbox>
      ))}
    </div>
  );
}
