// What was known of a target, from one instant to the next: the rows the database stores for it.
import { Temporal } from "temporal-polyfill";
import { nextReportAfter } from "@/lib/domain/calendar/reporting-periods";
import { assessTarget } from "@/lib/domain/targets/assess";
import { readingValue } from "@/lib/domain/targets/completion";
import type { Approval, Standing, TargetHistory, TermsVersion } from "@/lib/domain/targets/standing";
import type { RuleSet } from "@/lib/domain/targets/types";

type Snapshot = Omit<Standing, "knownFrom" | "knownTo">;

function nanoseconds(instant: string): bigint {
  return Temporal.Instant.from(instant).epochNanoseconds;
}

function latestApproval(approvals: readonly Approval[], at: bigint): Approval | null {
  let latest: Approval | null = null;
  for (const approval of approvals) {
    const inForce =
      nanoseconds(approval.approvedAt) <= at &&
      (approval.supersededAt === null || at < nanoseconds(approval.supersededAt));
    if (inForce && (latest === null || speaksLater(approval, latest))) latest = approval;
  }
  return latest;
}

function speaksLater(one: Approval, other: Approval): boolean {
  if (one.reading.asOf !== other.reading.asOf) return one.reading.asOf > other.reading.asOf;
  const [a, b] = [nanoseconds(one.approvedAt), nanoseconds(other.approvedAt)];
  return a === b ? one.updateId > other.updateId : a > b;
}

/** The standing at one instant: the latest reading in force then, under the terms in force then. */
export function standingAt(history: TargetHistory, instant: string): Snapshot | null {
  const at = nanoseconds(instant);
  let version: TermsVersion | null = null;
  for (const candidate of history.terms) {
    const from = nanoseconds(candidate.knownFrom);
    if (from <= at && (version === null || from >= nanoseconds(version.knownFrom))) version = candidate;
  }
  if (version === null) return null;
  const approval = latestApproval(history.approvals, at);
  return standingOf(version, approval, history.rules);
}

function standingOf({ terms, adjusted }: TermsVersion, approval: Approval | null, rules: RuleSet): Snapshot {
  const reading = approval?.reading ?? null;
  const { completionRatio, expectedRatio, gapPoints, met, light } = assessTarget(terms, reading, rules);
  const value = reading === null ? null : readingValue(terms, reading);
  const next = nextReportAfter(terms, reading?.asOf ?? null);
  const unknown = [completionRatio, expectedRatio, gapPoints].find((number) => !number.known);
  return {
    updateId: approval?.updateId ?? null,
    value: value?.known ? value.value : null,
    asOf: reading?.asOf ?? null,
    completionRatio: completionRatio.known ? completionRatio.value : null,
    expectedRatio: expectedRatio.known ? expectedRatio.value : null,
    gapPoints: gapPoints.known ? gapPoints.value : null,
    reason: unknown !== undefined && !unknown.known ? unknown.reason : null,
    light,
    met: met.known ? met.value : null,
    adjusted,
    startOn: terms.startOn,
    dueOn: terms.dueOn,
    nextReportOpensOn: next?.opensOn ?? null,
    nextReportDueOn: next?.dueOn ?? null,
  };
}

function sameSnapshot(one: Snapshot, other: Snapshot): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * The whole course of what was known: half-open spans [knownFrom, knownTo) that follow each other without hole or
 * overlap, the first from the first terms' instant, the last open. At every instant the span equals standingAt():
 * of the approvals in force, the one with the latest as-of date (then the later approval), under the terms in force.
 * Instants at which nothing changes make no span of their own. No terms → no spans.
 *
 * @throws RangeError when an instant is not ISO 8601 with a zone.
 */
export function standingTimeline(history: TargetHistory): Standing[] {
  const instants = [
    ...history.terms.map((version) => version.knownFrom),
    ...history.approvals.flatMap((a) => (a.supersededAt === null ? [a.approvedAt] : [a.approvedAt, a.supersededAt])),
  ].map((text) => ({ text, at: nanoseconds(text) }));
  instants.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const spans: Standing[] = [];
  let previous: Snapshot | null = null;
  for (const { text } of instants) {
    const snapshot = standingAt(history, text);
    if (snapshot === null || (previous !== null && sameSnapshot(previous, snapshot))) continue;
    const last = spans.pop();
    if (last !== undefined) spans.push({ ...last, knownTo: text });
    spans.push({ knownFrom: text, knownTo: null, ...snapshot });
    previous = snapshot;
  }
  return spans;
}
