// Since when a target has been behind: from its standings, which change with reports, and their days, which do not.
import { addDays, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { LIGHTS_BEHIND, type LightInputs, lightOn } from "./standing";

/** A standing with the days on which it was the current one. */
export interface StandingSpan extends LightInputs {
  readonly from: IsoDate;
}

const isBehind = (span: StandingSpan, day: IsoDate) => LIGHTS_BEHIND.includes(lightOn(span, day));

/** The days on which the light of a standing can change by itself. */
function turningDays(span: StandingSpan): IsoDate[] {
  const { from, startOn, dueOn, behindFrom, farBehindFrom, nextReportOpensOn } = span;
  const days = [from, startOn, addDays(dueOn, 1), behindFrom, farBehindFrom, nextReportOpensOn];
  return days
    .filter((day) => day !== null)
    .filter((day) => day >= from)
    .toSorted();
}

/**
 * The first day of the unbroken time, up to `today`, in which the light was behind, far behind or missed.
 *
 * @param spans the standings known by `today`, in order; several on one day count as the last of them
 * @returns null when the light of `today` is none of these
 */
export function behindSince(spans: readonly StandingSpan[], today: IsoDate): IsoDate | null {
  let since: IsoDate | null = null;
  let end = today;
  for (const span of spans.toReversed()) {
    if (span.from > end || !isBehind(span, end)) break;
    for (const day of turningDays(span)
      .filter((one) => one <= end)
      .toReversed()) {
      if (!isBehind(span, day)) return since;
      since = day;
    }
    end = span.from;
  }
  return since;
}
