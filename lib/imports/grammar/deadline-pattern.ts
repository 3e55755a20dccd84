// What one pattern of findDeadlines says about a match.

export type DeadlinePrecision =
  | "day"
  | "ten-days"
  | "month"
  | "quarter"
  | "half-year"
  | "year"
  | "financial-year"
  | "season";

/** What a pattern says about one match: the last day as year, month and day (0: the last day of the month). */
export interface DeadlineReading {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly precision: DeadlinePrecision;
  readonly hasYear: boolean;
  readonly isAmbiguous?: boolean;
}

export type DeadlinePattern = readonly [
  RegExp,
  (groups: Readonly<Record<string, string | undefined>>, year: number) => DeadlineReading | null,
];
