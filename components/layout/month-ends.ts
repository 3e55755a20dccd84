// The steps of the month slider. No calendar library: this is on every page.
const MONTHS = 12;

/**
 * The last twelve ends of months before `today`, then `today`, in ISO dates.
 * @param today an ISO date
 */
export function listMonthEnds(today: string): string[] {
  const [year = 0, month = 0] = today.split("-").map(Number);
  const ends = Array.from({ length: MONTHS }, (_, back) =>
    // Day 0 of a month is the last day of the month before it.
    new Date(Date.UTC(year, month - MONTHS + back, 0)).toISOString().slice(0, 10),
  );
  return [...ends.filter((end) => end < today), today];
}
