"use client";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { NumberInput } from "@/components/ui/number-input";
import type { EntryRow, EntryWords } from "@/components/updates/quick-entry-row";
import { allowsNegative } from "@/lib/domain/updates/report-rules";

interface ValueProps {
  readonly row: EntryRow;
  readonly words: EntryWords;
  readonly isDone: boolean;
  readonly describedBy: string;
}

function YesNo({ row, words, isDone, describedBy }: ValueProps) {
  return (
    <Field compact id={`${row.code}-value`} label={words.value}>
      {(control) => (
        <Select
          {...control}
          compact
          name="value"
          data-first
          defaultValue={row.input.value}
          disabled={isDone}
          aria-describedby={describedBy}
          options={[
            { value: "", label: words.choose },
            { value: "1", label: words.yes },
            { value: "0", label: words.no },
          ]}
        />
      )}
    </Field>
  );
}

function fieldsOf(row: EntryRow, words: EntryWords) {
  if (row.kind === "ratio") {
    return [
      ["numerator", words.numerator],
      ["denominator", words.denominator],
      ["value", words.percentage],
    ] as const;
  }
  const unit = row.unit === "" ? "" : ` (${row.unit})`;
  const value = ["value", `${words.value}${unit}`] as const;
  return row.kind === "rank" ? ([value, ["peers", words.peers]] as const) : ([value] as const);
}

/** The number or numbers of a row, or its yes or no. */
export function EntryValue(props: ValueProps) {
  const { row, words, isDone, describedBy } = props;
  if (row.kind === "yes-no") return <YesNo {...props} />;
  const fields = fieldsOf(row, words);
  return (
    <div className="flex gap-2">
      {fields.map(([field, label], index) => (
        <Field key={field} compact id={`${row.code}-${field}`} label={label} className="grow">
          {(control) => (
            <NumberInput
              {...control}
              compact
              name={field}
              allowsNegative={field !== "denominator" && field !== "peers" && allowsNegative(row.kind)}
              data-first={index === 0 ? "" : undefined}
              defaultValue={row.input[field]}
              readOnly={isDone}
              aria-describedby={describedBy}
              className="text-right"
            />
          )}
        </Field>
      ))}
    </div>
  );
}
