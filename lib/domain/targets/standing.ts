// Where a target stands: what was known of it from one instant to the next, and how that looks on a given day.
import type { Decimal } from "decimal.js";
import { Temporal } from "temporal-polyfill";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { nextReportAfter } from "@/lib/domain/calendar/reporting-periods";
import { assessTarget } from "@/lib/domain/targets/assess";
import { readingValue } from "@/lib/domain/targets/completion";
import type { Freshness, Light, Reading, RuleSet, TargetTerms, UnknownReason } from "@/lib/domain/targets/types";

/** One span of knowledge, [knownFrom, knownTo): nothing a light depends on changed inside it. */
export interface Standing {
  /** Instant, ISO 8601 with zone. */
  readonly knownFrom: string;
  /** Instant; null while it still holds. */
  readonly knownTo: string | null;
  /** The approved update that counts; null before the first one. */
  readonly updateId: string | null;
  /** The metric's value: a ratio's in %, a milestone's number of finished steps. */
  readonly value: Decimal | null;
  readonly asOf: IsoDate | null;
  readonly completionRatio: number | null;
  readonly expectedRatio: number | null;
  readonly gapPoints: number | null;
  /** Why completion, or else expectation or gap, is null; null when all three are known. */
  readonly reason: UnknownReason | null;
  /** The light at `asOf`; for the light on a day ask lightOn(). */
  readonly light: Light;
  readonly met: boolean | null;
  readonly startOn: IsoDate;
  readonly dueOn: IsoDate;
  /** The first day after the period the next report is about; null when no report is awaited. */
  readonly nextReportOpensOn: IsoDate | null;
  /** The last day on which that report is in time. */
  readonly nextReportDueOn: IsoDate | null;
}

/** The terms in force from an instant on, until the next version. */
export interface TermsVersion {
  readonly terms: TargetTerms;
  readonly knownFrom: string;
}

/** An approved reading, in force during [approvedAt, supersededAt). */
export interface Approval {
  readonly updateId: string;
  readonly reading: Reading;
  readonly approvedAt: string;
  readonly supersededAt: string | null;
}

export interface TargetHistory {
  readonly terms: readonly TermsVersion[];
  readonly approvals: readonly Approval[];
  readonly rules: RuleSet;
}

/** What the light on a day needs of a standing; `hasValue` is whether any approved reading counts. */
export interface LightInputs {
  readonly light: Light;
  readonly met: boolean | null;
  readonly startOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly hasValue: boolean;
}

export interface FreshnessInputs {
  readonly nextReportOpensOn: IsoDate | null;
  readonly nextReportDueOn: IsoDate | null;
  readonly hasValue: boolean;
}

/** Whether an approved reading stands behind it. */
export function hasValue(standing: Pick<Standing, "updateId">): boolean {
  return standing.updateId !== null;
}

/**
 * The light as it shows on `today`, in this order:
 * `unset` stays; before the start day → `not-started`; no approved reading → `no-report`; `achieved` stays;
 * after the due day and not met → `missed`; else the stored light.
 *
 * A state that was met at its last reading but may still have been lost (a rank, a share, a ceiling) is not called
 * missed after the due day: it keeps its light, and freshnessOn() says that the closing report is outstanding.
 */
export function lightOn(standing: LightInputs, today: IsoDate): Light {
  if (standing.light === "unset") return "unset";
  if (today < standing.startOn) return "not-started";
  if (!standing.hasValue || standing.light === "no-report") return "no-report";
  if (standing.light === "achieved") return "achieved";
  if (today > standing.dueOn && standing.met !== true) return "missed";
  return standing.light;
}

/**
 * How fresh the latest report is on `today`.
 * `current`: no report is awaited, or its period has not ended. `due`: the period has ended and the cut-off day has
 * not passed (both ends included). `late`: the cut-off has passed. `never`: it has passed and no report was ever
 * approved; so before the very first cut-off a target is `current` or `due`, not yet `never`.
 */
export function freshnessOn(standing: FreshnessInputs, today: IsoDate): Freshness {
  const { nextReportOpensOn, nextReportDueOn } = standing;
  if (nextReportOpensOn === null || nextReportDueOn === null || today < nextReportOpensOn) return "current";
  if (today <= nextReportDueOn) return "due";
  return standing.hasValue ? "late" : "never";
}

/**
 * Whether a light may be painted green. Green are `on-track` and `ahead`, and only while the report behind them is
 * not late; a late one keeps its light, dated and marked late. `achieved` cannot be lost and needs no later report.
 */
export function isGreenShown(light: Light, freshness: Freshness): boolean {
  if (light === "achieved") return true;
  if (light !== "on-track" && light !== "ahead") return false;
  return freshness === "current" || freshness === "due";
}

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
export function standingAt(history: TargetHistory, instant: string): Omit<Standing, "knownFrom" | "knownTo"> | null {
  const at = nanoseconds(instant);
  let version: TermsVersion | null = null;
  for (const candidate of history.terms) {
    const from = nanoseconds(candidate.knownFrom);
    if (from <= at && (version === null || from >= nanoseconds(version.knownFrom))) version = candidate;
  }
  if (version === null) return null;
  const approval = latestApproval(history.approvals, at);
  return standingOf(version.terms, approval, history.rules);
}

function standingOf(
  terms: TargetTerms,
  approval: Approval | null,
  rules: RuleSet,
): Omit<Standing, "knownFrom" | "knownTo"> {
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
    startOn: terms.startOn,
    dueOn: terms.dueOn,
    nextReportOpensOn: next?.opensOn ?? null,
    nextReportDueOn: next?.dueOn ?? null,
  };
}

type Snapshot = Omit<Standing, "knownFrom" | "knownTo">;

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
