"use client";
// The steps of a milestone as rows: date, title, weight.
import type { Messages } from "use-intl";
import { CellField } from "@/components/forms/cell-field";
import { GrowingRows } from "@/components/forms/growing-rows";
import { spreadPastedCells } from "@/components/forms/spread-pasted-cells";
import { WeightSum } from "@/components/targets/weight-sum";

const MOST_ROWS = 100;
const COLUMNS = ["plannedOn", "title", "weight", "titleEn"] as const;

interface StepRowsProps {
  /** The stored fields, by name: `steps.0.title`. */
  readonly stored: Readonly<Record<string, string>>;
  readonly legend: string;
  /** The blank rows of a form without steps. */
  readonly firstRows: number;
  readonly words: Messages["promiseForm"];
}

export function StepRows({ stored, legend, firstRows, words }: StepRowsProps) {
  const before = Object.keys(stored).filter((name) => /^steps\.\d+\.title$/.test(name)).length;
  const labels = {
    plannedOn: words.stepDate,
    title: words.stepTitle,
    weight: words.stepWeight,
    titleEn: words.stepTitleEn,
  };
  const rows = Array.from({ length: MOST_ROWS }, (_, row) => (
    <div key={row} className="grid items-start gap-2 sm:grid-cols-[10rem_1fr_5rem_1fr]">
      {COLUMNS.map((column, place) => (
        <CellField
          key={column}
          name={`steps.${row}.${column}`}
          label={labels[column]}
          value={stored[`steps.${row}.${column}`]}
          type={column === "plannedOn" ? "date" : "text"}
          row={row}
          column={place}
        />
      ))}
    </div>
  ));
  return (
    <fieldset className="grid grid-cols-1 gap-2 sm:col-span-2" onPaste={spreadPastedCells}>
      <legend className="font-bold">{legend}</legend>
      <p className="text-sm text-ink-soft">{words.stepsHint}</p>
      <GrowingRows
        prefix="steps"
        rows={rows}
        shown={Math.max(firstRows, before)}
        words={{ add: words.addStep, remove: words.removeStep }}
      />
      <WeightSum text={words.weightSum} />
    </fieldset>
  );
}
