// What is the same for all values of a page is stated once.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { TargetRow } from "@/lib/views/target";

/** The as-of date of most values, the latest of equally frequent ones; null without values. */
export function commonDay(rows: readonly Pick<TargetRow, "standing">[]): IsoDate | null {
  const counts = new Map<IsoDate, number>();
  for (const { standing } of rows) {
    const day = standing.latest?.asOf;
    if (day !== undefined) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([day, count], [other, times]) => times - count || (day < other ? 1 : -1));
  return first?.[0] ?? null;
}

/** Every value is illustrative, so that one note is enough for all. */
export function areAllSamples(rows: readonly Pick<TargetRow, "standing">[]): boolean {
  const values = rows.flatMap(({ standing }) => standing.latest ?? []);
  return values.length > 0 && values.every(({ sample }) => sample);
}
