// Which existing target a row of a task table is about, and whether the row changes it.
import type { TaskTarget } from "@/lib/imports/tasks/results";

/** What is known of a draft for another import of its row. */
interface ImportedDraft {
  /** Of the row as last imported; null for a draft that no import wrote. */
  readonly fingerprint: string | null;
  /** Edited by a person since then. */
  readonly isEdited: boolean;
  /** The first line of its note: where the row was. */
  readonly source: string;
}

/** A target that exists, whatever its state. */
export interface ExistingTarget {
  readonly code: string;
  readonly title: string;
  readonly owner: string;
  readonly year: number;
  readonly value: string | null;
  readonly unit: string;
  readonly dueOn: string;
  /** Null once it is issued, and where imports change no drafts. */
  readonly draft?: ImportedDraft | null;
}

/** A row with its title and the slug of its owner. */
export interface NamedRow {
  readonly title: string;
  readonly owner: string;
  readonly year: number;
  readonly source: string;
}

export const rowKey = ({ title, owner, year }: Omit<NamedRow, "source">) => JSON.stringify([title, owner, year]);

/** Files of other tables have common names too, so a draft of the same place needs a similar title as well. */
const ALIKE = 0.6;

/** Share of the letters that two titles have in common, from 0 to 1. */
function sharedLetters(one: string, other: string): number {
  const left = [...other];
  const shared = [...one].filter((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  const all = [...one].length + [...other].length;
  return all === 0 ? 0 : (2 * shared.length) / all;
}

/**
 * Finds the target of a row: the one with its title, owner and year; otherwise the draft from the same place of the same
 * file with a similar title, unless another row of the file is about that draft.
 */
export function existingFinder(
  existing: readonly ExistingTarget[],
  rows: readonly NamedRow[],
): (row: NamedRow) => ExistingTarget | null {
  const known = new Map(existing.map((one) => [rowKey(one), one]));
  const inFile = new Set(rows.map(rowKey));
  const bySource = new Map<string, ExistingTarget[]>();
  for (const one of existing) {
    if (one.draft == null || one.draft.fingerprint === null) continue;
    bySource.set(one.draft.source, [...(bySource.get(one.draft.source) ?? []), one]);
  }
  return (row) => {
    const same = known.get(rowKey(row));
    if (same !== undefined) return same;
    const moved = (bySource.get(row.source) ?? []).filter(
      (one) => !inFile.has(rowKey(one)) && one.year === row.year && sharedLetters(one.title, row.title) >= ALIKE,
    );
    return moved.length === 1 ? (moved[0] ?? null) : null;
  };
}

export type Comparison = "same" | "changes" | "edited" | "differs";

/** @param fingerprint of the row; null where imports change no drafts */
export function compareWithExisting(
  { value, dueOn, draft = null }: ExistingTarget,
  task: Pick<TaskTarget, "value" | "dueOn">,
  fingerprint: string | null,
): Comparison {
  const imported = draft?.fingerprint ?? null;
  if (imported === null || fingerprint === null) {
    const isEqual = (value === null ? null : Number(value)) === task.value && dueOn === task.dueOn;
    return isEqual ? "same" : "differs";
  }
  if (imported === fingerprint) return "same";
  return draft?.isEdited === true ? "edited" : "changes";
}

/** The next free code of a year: T2024-001. */
export function codesAfter(existing: readonly ExistingTarget[]): (year: number) => string {
  const last = new Map<number, number>();
  for (const { code } of existing) {
    const [, year = "", number = ""] = /^T(\d{4})-(\d{3,6})$/.exec(code) ?? [];
    if (year !== "") last.set(Number(year), Math.max(last.get(Number(year)) ?? 0, Number(number)));
  }
  return (year) => {
    const next = (last.get(year) ?? 0) + 1;
    last.set(year, next);
    return `T${year}-${String(next).padStart(3, "0")}`;
  };
}
