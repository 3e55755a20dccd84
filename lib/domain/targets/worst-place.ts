// The place of a rank that is rolled up from places among different numbers of peers.
import type { Decimal } from "decimal.js";
import { lastPlaceAmong, statesFigure } from "@/lib/domain/targets/comparators";
import type { Comparator, Reading } from "@/lib/domain/targets/types";

export interface Place {
  readonly value: Decimal;
  readonly peers: number | null;
}

export function placeOf({ value, peers }: Pick<Reading, "value" | "peers">): Place | null {
  return value === null ? null : { value, peers: peers ?? null };
}

/**
 * The worst place, with the number of peers it was reported with. For a figure the highest place; of equal ones that
 * among the fewest peers. For a share of the peers the one that is the most places short of ⌈n ÷ 3⌉ or ⌈n ÷ 2⌉, so that
 * the whole meets its promise if and only if every place does; null if a place lacks its number of peers.
 */
export function worstPlace(comparator: Comparator, places: readonly Place[]): Place | null {
  const ordered: { readonly place: Place; readonly short: Decimal }[] = [];
  for (const place of places) {
    const last = lastPlaceAmong(comparator, place.peers);
    if (last === null && !statesFigure(comparator)) return null;
    ordered.push({ place, short: place.value.minus(last ?? 0) });
  }
  ordered.sort(
    (one, other) =>
      other.short.comparedTo(one.short) ||
      (one.place.peers ?? Number.POSITIVE_INFINITY) - (other.place.peers ?? Number.POSITIVE_INFINITY) ||
      0,
  );
  return ordered[0]?.place ?? null;
}
