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
