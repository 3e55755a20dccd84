// What an import would do, line by line: looked at first, then done as it was shown or not at all.

export type LineOutcome = "added" | "changed" | "same" | "refused";

export interface PlannedLine {
  readonly line: number;
  readonly outcome: LineOutcome;
  /** What the line says, as it was read. */
  readonly text: string;
  /** What stands there now; null where nothing does. */
  readonly was: string | null;
  /** Why it is refused, or what to mind about it: a key under `import.reasons`. */
  readonly why: string | null;
}

export interface ImportPlan<T> {
  readonly lines: readonly PlannedLine[];
  /** What would be written: of the lines that add or change. */
  readonly entries: readonly T[];
}

/** The cells of a line as one text. */
export function lineText(values: readonly (string | null)[]): string {
  return values.filter((value) => value !== null && value !== "").join(" · ");
}
