"use client";
import { NumberInput } from "@/components/ui/number-input";
import type { EntryRow, EntryWords } from "@/components/updates/quick-entry-row";
import { allowsNegative } from "@/lib/domain/updates/report-rules";

export const ENTRY_INPUT = "w-full border bg-surface px-2 py-1";

interface ValueProps {
  readonly row: EntryRow;
  readonly words: EntryWords;
  readonly isDone: boolean;
  readonly describedBy: string;
}

function YesNo({ row, words, isDone, describedBy }: ValueProps) {
  return (
    <label className="text-sm">
      {words.value}
      <select
        name="value"
        data-first
        defaultValue={row.input.value}
        disabled={isDone}
        aria-describedby={describedBy}
        className={ENTRY_INPUT}
      >
        <option value="">{words.choose}</option>
        <option value="1">{words.yes}</option>
        <option value="0">{words.no}</option>
      </select>
    </label>
  );
}

/** The number or numbers of a row, or its yes or no. */
export function EntryValue(props: ValueProps) {
  const { row, words, isDone, describedBy } = props;
  if (row.kind === "yes-no") return <YesNo {...props} />;
  const unit = row.unit === "" ? "" : ` (${row.unit})`;
  const fields =
    row.kind === "ratio"
      ? ([
          ["numerator", words.numerator],
          ["denominator", words.denominator],
          ["value", words.percentage],
        ] as const)
      : ([["value", `${words.value}${unit}`]] as const);
  return (
    <div className="flex gap-2">
      {fields.map(([field, label], index) => (
        <label key={field} htmlFor={`${row.code}-${field}`} className="grow text-sm">
          {label}
          <NumberInput
            id={`${row.code}-${field}`}
            name={field}
            allowsNegative={field !== "denominator" && allowsNegative(row.kind)}
            data-first={index === 0 ? "" : undefined}
            defaultValue={row.input[field]}
            readOnly={isDone}
            aria-describedby={describedBy}
            className={`${ENTRY_INPUT} text-right`}
          />
        </label>
      ))}
    </div>
  );
}
