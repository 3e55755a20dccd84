// The fields of numbered rows in a form, such as `parts.2.owner` or `supporting.2`: which rows are filled, and the
// values after one of them is removed.
import type { FormValues } from "@/components/forms/form-values";

interface RowField {
  readonly row: number;
  /** What follows the number: ".owner", or nothing. */
  readonly rest: string;
}

function rowField(name: string, prefix: string): RowField | null {
  if (!name.startsWith(`${prefix}.`)) return null;
  const [, row, rest = ""] = /^(\d+)(\..*)?$/.exec(name.slice(prefix.length + 1)) ?? [];
  return row === undefined ? null : { row: Number(row), rest };
}

/**
 * The number of rows up to the last one in which something is typed.
 * @param start the values the page was loaded with: a row that only has these is not filled
 */
export function filledRows(prefix: string, now: FormValues, start: FormValues): number {
  const rows = Object.entries(now).flatMap(([name, values]) => {
    const field = rowField(name, prefix);
    const before = start[name] ?? [];
    return field !== null && values.some((value, index) => value !== "" && value !== before[index])
      ? [field.row + 1]
      : [];
  });
  return Math.max(0, ...rows);
}

/** The values of all later rows, each in the row before it. The last row is blank. */
export function withoutRow(prefix: string, removed: number, now: FormValues): FormValues {
  const moved = Object.entries(now).flatMap(([name, values]) => {
    const field = rowField(name, prefix);
    if (field === null || field.row < removed) return [];
    return [[name, now[`${prefix}.${field.row + 1}${field.rest}`] ?? values.map(() => "")] as const];
  });
  return Object.fromEntries(moved);
}

/** Errors by field name after a row is removed: those of later rows move with their row, its own are gone. */
export function errorsWithoutRow(
  prefix: string,
  removed: number,
  errors: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([name, error]) => {
      const field = rowField(name, prefix);
      if (field === null || field.row < removed) return [[name, error]];
      return field.row === removed ? [] : [[`${prefix}.${field.row - 1}${field.rest}`, error]];
    }),
  );
}
