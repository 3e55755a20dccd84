"use client";
// One cell of a table of inputs: rows pasted into it fill the cells below and to the right (spreadPastedCells()).
import { useSubmitContext } from "@/components/forms/submit-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

interface CellFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly type?: "text" | "date";
  readonly row: number;
  readonly column: number;
}

export function CellField({ name, label, value, type = "text", row, column }: CellFieldProps) {
  const { formId, answer, words } = useSubmitContext();
  const error = answer.errors[name];
  return (
    <Field compact id={`${formId}-${name}`} label={label} error={error && (words.errors[error] ?? error)}>
      {(control) => (
        <Input
          {...control}
          compact
          name={name}
          type={type}
          defaultValue={value ?? ""}
          autoComplete="off"
          data-row={row}
          data-column={column}
          className="tabular-nums"
        />
      )}
    </Field>
  );
}
