// The plan of an import, line by line: previewed first, then applied exactly as previewed or not at all.

/** `conflict`: what exists was decided or changed otherwise, and a person has to choose. */
export type LineOutcome = "added" | "changed" | "same" | "conflict" | "refused";

export interface PlannedProblem {
  readonly cell: string;
  /** A key under `import.problems`. */
  readonly kind: string;
  /** The message, where it names a unit or a value. */
  readonly text?: string;
  /** What the cell names, shown after the message. */
  readonly name?: string;
}

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
  /** What is wrong with single cells, or has to be decided. */
  readonly problems?: readonly PlannedProblem[];
  /** Each field that the form of the same data rejects, with its key under `form.errors`. */
  readonly faults?: Readonly<Record<string, string>>;
  /** What is valid but seldom meant: keys under `questions`. A warning, nothing is rejected for it. */
  readonly questions?: readonly string[];
  /** The page on which a conflict is resolved. */
  readonly href?: string;
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

/** Whether the user should read the line before it is imported. */
export function hasWarning({ problems = [], questions = [] }: PlannedLine): boolean {
  return problems.length + questions.length > 0;
}
