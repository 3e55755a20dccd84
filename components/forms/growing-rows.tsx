"use client";
// Rows of a form that are added and removed. Further rows are in the page but hidden, so that the form also works
// without script, pasted cells fill them, and restored text finds its fields.
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { currentValues, fillForm, initialValues } from "@/components/forms/form-values";
import { filledRows, withoutRow } from "@/components/forms/row-values";
import { useSubmitContext } from "@/components/forms/submit-context";
import { Button } from "@/components/ui/button";

/** Hidden rows after the last shown one. */
const SPARE = 14;
const EVENTS = ["input", "change", "focusin"] as const;
const CONTROLS = "input:not([type=hidden]), select, textarea, button";

interface RowWords {
  /** "Add a part" */
  readonly add: string;
  readonly remove: string;
}

interface GrowingRowsProps {
  /** Of the names of the fields: `parts.2.owner`. */
  readonly prefix: string;
  /** The fields of each possible row. */
  readonly rows: readonly ReactNode[];
  /** The rows shown at first. */
  readonly shown: number;
  /** Rows that cannot be removed: the first ones. */
  readonly fixed?: number;
  /** The number of rows that stay. */
  readonly least?: number;
  readonly words: RowWords;
}

/** The rows of the form around `place` in which something is typed. */
function useFilledRows(place: RefObject<HTMLElement | null>, prefix: string): number {
  const [filled, setFilled] = useState(0);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const count = () => setFilled(filledRows(prefix, currentValues(form), initialValues(form)));
    count();
    for (const event of EVENTS) form.addEventListener(event, count);
    return () => {
      for (const event of EVENTS) form.removeEventListener(event, count);
    };
  }, [place, prefix]);
  return filled;
}

export function GrowingRows({ prefix, rows, shown, fixed = 0, least = 1, words }: GrowingRowsProps) {
  const place = useRef<HTMLDivElement>(null);
  const { dropRow } = useSubmitContext();
  const [count, setCount] = useState(shown);
  const visible = Math.min(rows.length, Math.max(count, useFilledRows(place, prefix)));
  const focusRow = (row: number) =>
    place.current?.querySelectorAll(":scope > [data-entry]")[row]?.querySelector<HTMLElement>(CONTROLS)?.focus();
  const add = () => {
    flushSync(() => setCount(visible + 1));
    focusRow(visible);
  };
  const remove = (row: number) => {
    const form = place.current?.closest("form");
    if (!form) return;
    fillForm(form, withoutRow(prefix, row, currentValues(form)));
    flushSync(() => {
      setCount(visible - 1);
      dropRow(prefix, row);
    });
    focusRow(Math.min(row, visible - 2));
  };
  return (
    <div ref={place} className="grid grid-cols-1 gap-3">
      {rows.slice(0, visible + SPARE).map((fields, row) => (
        <div
          key={row}
          data-entry
          className={`items-end gap-3 border-t pt-2 max-sm:flex-col max-sm:items-stretch ${row < visible ? "flex" : "hidden noscript:flex"}`}
        >
          <div className="min-w-0 grow">{fields}</div>
          {row >= fixed && visible > least && (
            <Button onClick={() => remove(row)} className="self-start noscript:hidden sm:self-end">
              {words.remove}
              <span className="sr-only"> {row + 1}</span>
            </Button>
          )}
        </div>
      ))}
      {visible < rows.length && (
        <Button onClick={add} className="justify-self-start noscript:hidden">
          {words.add}
        </Button>
      )}
    </div>
  );
}
