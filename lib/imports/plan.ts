// The plan of an import, line by line: previewed first, then applied exactly as previewed or not at all.

export type LineOutcome = "added" | "changed" | "same" | "refused";

export interface PlannedLine {
  readonly line: number;
  readonly outcome: LineOutcome;
  /** The parsed line. */
  readonly text: string;
  /** The current value; null if there is none. */
  readonly was: string | null;
  /** Why it is rejected, or a warning: a key under `import.reasons`. */
  readonly why: string | null;
  /** The sheet of the line, where a file may have several; absent for imports of one sheet. */
  readonly sheet?: string | null;
  /** What is wrong with single cells, or has to be decided: keys under `import.problems`. */
  readonly problems?: readonly { readonly cell: string; readonly kind: string }[];
}

export interface ImportPlan<T> {
  readonly lines: readonly PlannedLine[];
  /** The data to write for lines that add or change. */
  readonly entries: readonly T[];
}

/** The cells of a line as one text. */
export function lineText(values: readonly (string | null)[]): string {
  return values.filter((value) => value !== null && value !== "").join(" · ");
}
