"use client";
// The cells of a plan by month, quarter or year.
import { useState } from "react";
import type { Messages } from "use-intl";
import { CellField } from "@/components/forms/cell-field";
import { spreadPastedCells } from "@/components/forms/spread-pasted-cells";
import { useSubmitContext } from "@/components/forms/submit-context";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { addDays, addMonths, endOfMonth, type IsoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
type Interval = keyof typeof MONTHS;
const INTERVALS = Object.keys(MONTHS) as Interval[];
const MOST_ROWS = 60;

/** The ends of the calendar periods from `startOn` on, before `dueOn`, which is added if `withLast`. */
function periodEnds(startOn: string, dueOn: string, interval: Interval, withLast: boolean): IsoDate[] {
  const [start, due] = [parseIsoDate(startOn), parseIsoDate(dueOn)];
  if (start === null || due === null || due <= start) return [];
  const ends: IsoDate[] = [];
  for (let end = endOfMonth(start); end < due && ends.length < MOST_ROWS; end = endOfMonth(addDays(end, 1))) {
    if (Number(end.slice(5, 7)) % MONTHS[interval] === 0) ends.push(end);
  }
  return withLast ? [...ends, due] : ends;
}

interface PlanTableProps {
  /** Before each day in the names of the cells. */
  readonly prefix: string;
  readonly legend: string;
  readonly hint: string;
  readonly startOn: string;
  readonly dueOn: string;
  /** A year earlier, including the last day. */
  readonly isLastYear?: boolean;
  /** January has no cell: its value is part of that of February. */
  readonly isMerged?: boolean;
  /** The stored cells, by name. */
  readonly stored: Readonly<Record<string, string>>;
  readonly words: Messages["promiseForm"];
  readonly lang: Language;
}

function firstInterval(stored: readonly string[]): Interval {
  if (stored.length === 0) return "quarter";
  return (
    INTERVALS.findLast((interval) => stored.every((day) => Number(day.slice(5, 7)) % MONTHS[interval] === 0)) ?? "month"
  );
}

export function PlanTable({
  prefix,
  legend,
  hint,
  startOn,
  dueOn,
  isLastYear = false,
  isMerged = false,
  ...rest
}: PlanTableProps) {
  const { stored, words, lang } = rest;
  const { formId } = useSubmitContext();
  const storedDays = Object.keys(stored)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
  const [interval, setInterval] = useState<Interval>(isLastYear ? "month" : firstInterval(storedDays));
  const moved = (day: IsoDate) => (isLastYear ? addDays(addMonths(addDays(day, 1), -12), -1) : day);
  const all = [...new Set([...periodEnds(startOn, dueOn, interval, isLastYear).map(moved), ...storedDays])].sort();
  const days = isMerged ? all.filter((day) => day.slice(5, 7) !== "01") : all;
  return (
    <fieldset className="grid gap-2 sm:col-span-2" onPaste={spreadPastedCells}>
      <legend className="font-bold">{legend}</legend>
      <p className="text-sm text-ink-soft">{hint}</p>
      <Field id={`${formId}-${prefix}interval`} label={words.interval} className="max-w-40">
        {(control) => (
          <Select
            {...control}
            value={interval}
            onChange={({ target }) => setInterval(INTERVALS.find((one) => one === target.value) ?? "month")}
            options={INTERVALS.map((one) => ({ value: one, label: words.intervals[one] }))}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {days.map((day, row) => {
          const name = `${prefix}${day}`;
          const date = formatIsoDate(day as IsoDate, lang);
          const label = isMerged && day.slice(5, 7) === "02" ? `${date} ${words.mergedCell}` : date;
          return <CellField key={day} name={name} label={label} value={stored[name]} row={row} column={0} />;
        })}
      </div>
    </fieldset>
  );
}
