// The standings of a target over time: the rows that the database stores for it.
import { Temporal } from "temporal-polyfill";
import { awaitedReport, noReportExpectedFrom } from "@/lib/domain/calendar/reporting-periods";
import type { ImportedDays } from "@/lib/domain/calendar/working-days";
import { assessTarget } from "@/lib/domain/targets/assess";
import type { RuleSet } from "@/lib/domain/targets/assessment";
import { readingValue } from "@/lib/domain/targets/completion";
import { openSteps } from "@/lib/domain/targets/milestones";
import { silenceDays } from "@/lib/domain/targets/overdue";
import type {
  Approval,
  OwnerVersion,
  RulesVersion,
  Standing,
  TargetHistory,
  TermsVersion,
} from "@/lib/domain/targets/standing";

type Snapshot = Omit<Standing, "knownFrom" | "knownTo">;

function nanoseconds(instant: string): bigint {
  return Temporal.Instant.from(instant).epochNanoseconds;
}

/** The history with its instants parsed once. */
interface Timed {
  readonly terms: readonly Since<TermsVersion>[];
  readonly owners: readonly Since<OwnerVersion>[];
  readonly rules: readonly Since<RulesVersion>[];
  readonly approvals: readonly { readonly approval: Approval; readonly from: bigint; readonly to: bigint | null }[];
  readonly imported: ImportedDays;
}

interface Since<V> {
  readonly version: V;
  readonly from: bigint;
}

function since<V extends { readonly knownFrom: string }>(versions: readonly V[]): Since<V>[] {
  return versions.map((version) => ({ version, from: nanoseconds(version.knownFrom) }));
}

function inForce<V>(versions: readonly Since<V>[], at: bigint): V | null {
  let latest: Since<V> | null = null;
  for (const one of versions) if (one.from <= at && (latest === null || one.from >= latest.from)) latest = one;
  return latest?.version ?? null;
}

function timed({ terms, owners, rules, approvals, imported }: TargetHistory): Timed {
  return {
    terms: since(terms),
    owners: since(owners),
    rules: since(rules),
    approvals: approvals.map((approval) => ({
      approval,
      from: nanoseconds(approval.approvedAt),
      to: approval.supersededAt === null ? null : nanoseconds(approval.supersededAt),
    })),
    imported,
  };
}

type TimedApproval = Timed["approvals"][number];

/** The approvals in force at an instant, by as-of date and then by approval, so that the last one is the latest. */
function approvalsInForce(approvals: readonly TimedApproval[], at: bigint): Approval[] {
  return approvals
    .filter((one) => one.from <= at && (one.to === null || at < one.to))
    .toSorted((one, other) => (isLater(one, other) ? 1 : -1))
    .map(({ approval }) => approval);
}

function isLater(one: TimedApproval, other: TimedApproval): boolean {
  const [a, b] = [one.approval, other.approval];
  if (a.reading.asOf !== b.reading.asOf) return a.reading.asOf > b.reading.asOf;
  return one.from === other.from ? (a.updateId ?? "") > (b.updateId ?? "") : one.from > other.from;
}

function snapshotAt(history: Timed, at: bigint): Snapshot | null {
  const terms = inForce(history.terms, at);
  const [owner, rules] = [inForce(history.owners, at), inForce(history.rules, at)];
  if (terms === null || owner === null || rules === null) return null;
  return {
    owner: owner.owner,
    ...standingOf(terms, approvalsInForce(history.approvals, at), rules.rules, history.imported),
  };
}

/** The standing at one instant: the latest reading in force then, under the terms and the rules in force then. */
export function standingAt(history: TargetHistory, instant: string): Snapshot | null {
  return snapshotAt(timed(history), nanoseconds(instant));
}

function standingOf(
  { terms, adjusted }: TermsVersion,
  approvals: readonly Approval[],
  rules: RuleSet,
  imported: ImportedDays,
): Omit<Snapshot, "owner"> {
  const approval = approvals.at(-1);
  const reading = approval?.reading ?? null;
  const readings = approvals.map((one) => one.reading);
  const assessment = assessTarget(terms, readings, rules);
  const { completionRatio, expectedRatio, gapPoints, gapValue, judgedValue, met, light } = assessment;
  const value = reading === null ? null : readingValue(terms, reading);
  const next = awaitedReport(terms, reading, imported);
  const unknown = [completionRatio, expectedRatio, gapPoints].find((number) => !number.known);
  return {
    updateId: approval?.updateId ?? null,
    value: value?.known ? value.value : null,
    asOf: reading?.asOf ?? null,
    illustrative: approval?.illustrative ?? false,
    completionRatio: completionRatio.known ? completionRatio.value : null,
    expectedRatio: expectedRatio.known ? expectedRatio.value : null,
    gapPoints: gapPoints.known ? gapPoints.value : null,
    gapValue: gapValue.known ? gapValue.value : null,
    judgedValue: judgedValue.known && terms.judging !== "latest" ? judgedValue.value : null,
    reason: unknown !== undefined && !unknown.known ? unknown.reason : null,
    light,
    met: met.known ? met.value : null,
    adjusted,
    startOn: terms.startOn,
    dueOn: terms.dueOn,
    ...silenceDays(terms, reading, rules, next?.dueOn ?? null),
    openSteps: reading === null ? [] : openSteps(terms, reading),
    notExpectedFrom: reading === null ? null : noReportExpectedFrom(terms, reading, imported),
    nextReportOpensOn: next?.opensOn ?? null,
    nextReportDueOn: next?.dueOn ?? null,
  };
}

function sameSnapshot(one: Snapshot, other: Snapshot): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * The whole history of what was known: half-open spans [knownFrom, knownTo) without gap or overlap, the first from the
 * instant of the first terms, the last open. At every instant the span equals standingAt():
 * the approvals in force, the one with the latest as-of date (then the later approval) last, under the terms and the
 * rules in force, with the owner at that time. Instants at which nothing changes start no new span. No terms → no
 * spans.
 *
 * @throws RangeError when an instant is not ISO 8601 with a zone.
 */
export function standingTimeline(history: TargetHistory): Standing[] {
  const instants = [
    ...[...history.terms, ...history.owners, ...history.rules].map((version) => version.knownFrom),
    ...history.approvals.flatMap((a) => (a.supersededAt === null ? [a.approvedAt] : [a.approvedAt, a.supersededAt])),
  ].map((text) => ({ text, at: nanoseconds(text) }));
  instants.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const known = timed(history);
  const spans: Standing[] = [];
  let previous: Snapshot | null = null;
  for (const [index, { text, at }] of instants.entries()) {
    if (at === instants[index - 1]?.at) continue;
    const snapshot = snapshotAt(known, at);
    if (snapshot === null || (previous !== null && sameSnapshot(previous, snapshot))) continue;
    const last = spans.pop();
    if (last !== undefined) spans.push({ ...last, knownTo: text });
    spans.push({ knownFrom: text, knownTo: null, ...snapshot });
    previous = snapshot;
  }
  return spans;
}
