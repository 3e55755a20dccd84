// The value of a target computed from its parts (分解与汇总). A missing part is named and never counts as zero.
import { Decimal } from "decimal.js";
import { type IsoDate, laterDate } from "@/lib/domain/calendar/iso-date";
import { type ReportingPeriod, reportingPeriodsOf } from "@/lib/domain/calendar/reporting-periods";
import { statesFigure } from "@/lib/domain/targets/comparators";
import { readingValue } from "@/lib/domain/targets/completion";
import type { Approval, TermsVersion } from "@/lib/domain/targets/standing";
import type { MetricKind, Reading, TargetTerms } from "@/lib/domain/targets/types";
import { placeOf, worstPlace } from "@/lib/domain/targets/worst-place";

export const ROLL_UP_METHODS = ["sum", "weighted-mean", "latest", "worst-of"] as const;
export type RollUpMethod = (typeof ROLL_UP_METHODS)[number];

const METHODS: Readonly<Record<MetricKind, readonly RollUpMethod[]>> = {
  cumulative: ["sum"],
  level: ["sum", "weighted-mean", "latest"],
  // The sum of numerators over the sum of denominators; percentages are never added.
  ratio: ["sum"],
  growth: ["weighted-mean"],
  rank: ["worst-of"],
  "yes-no": ["worst-of"],
  milestone: [],
};

/** The methods of a kind. None for milestones, whose steps are their parts. */
export function rollUpMethods(kind: MetricKind): readonly RollUpMethod[] {
  return METHODS[kind];
}

interface PartReading extends Reading {
  /** A demo sample, not a real report. */
  readonly illustrative: boolean;
}

/** A part with its terms and the readings in force. */
export interface Part {
  readonly code: string;
  readonly weight: number;
  readonly terms: TargetTerms;
  readonly readings: readonly PartReading[];
}

export interface RolledUp {
  /** Null while a part is missing, or when the values of the parts cannot be combined. */
  readonly reading: Reading | null;
  /** Whether the reading of any part is illustrative. */
  readonly illustrative: boolean;
  /** How many parts have reported for the period, of the expected ones. */
  readonly reported: number;
  readonly expected: number;
  readonly missing: readonly string[];
  /** Parts of a ratio with a published percentage only: without numerator and denominator they cannot be added. */
  readonly percentageOnly: readonly string[];
  /** Parts of a rank within a share of its peers whose place lacks the number of peers: no share can be computed. */
  readonly withoutPeers: readonly string[];
}

function lastBefore(readings: readonly PartReading[], until: IsoDate): PartReading | null {
  let last: PartReading | null = null;
  for (const reading of readings) {
    if (reading.asOf <= until && (last === null || reading.asOf > last.asOf)) last = reading;
  }
  return last;
}

/** The report of a part for a period: its as-of date is inside the period, or on the due date of a part that ended before. */
function readingFor(part: Part, period: ReportingPeriod): PartReading | null {
  const last = lastBefore(part.readings, period.endOn);
  if (last === null) return null;
  return last.asOf >= period.startOn || last.asOf >= part.terms.dueOn ? last : null;
}

/**
 * The whole at the end of a period. Parts that start later, drafts and withdrawn parts are not expected. All others must
 * have reported; otherwise the whole is unknown and the missing parts are named.
 *
 * - sum: Σ values; a ratio Σ numerators over Σ denominators, unknown and named where a part has only a percentage;
 * - weighted mean: Σ weight × value ÷ Σ weight; unknown when the weights sum to 0;
 * - latest: the value with the latest as-of date;
 * - worst-of: the lowest answer of a yes-no; the worst place of a rank with its number of peers, see worstPlace(), unknown
 *   and named where a share of the peers is promised and a part has reported its place without them.
 *
 * The as-of date of the whole is the latest one of its parts.
 */
export function rollUp(
  terms: TargetTerms,
  method: RollUpMethod,
  parts: readonly Part[],
  period: ReportingPeriod,
): RolledUp {
  const expected = parts.filter(
    (part) => part.terms.startOn <= period.endOn && part.terms.state !== "draft" && part.terms.state !== "withdrawn",
  );
  const found = expected.map((part) => ({ part, reading: readingFor(part, period) }));
  const missing = found.filter(({ reading }) => reading === null).map(({ part }) => part.code);
  const readings = found.flatMap(({ part, reading }) => (reading === null ? [] : [{ part, reading }]));
  const percentageOnly = readings
    .filter(({ reading }) => terms.kind === "ratio" && (reading.numerator === null || reading.denominator === null))
    .map(({ part }) => part.code);
  const withoutPeers = readings
    .filter(({ reading }) => terms.kind === "rank" && !statesFigure(terms.comparator) && reading.peers == null)
    .map(({ part }) => part.code);
  const counts = {
    illustrative: readings.some(({ reading }) => reading.illustrative),
    reported: readings.length,
    expected: expected.length,
    missing,
    percentageOnly,
    withoutPeers,
  };
  const isIncomplete = missing.length + percentageOnly.length + withoutPeers.length > 0;
  if (readings.length === 0 || isIncomplete) return { reading: null, ...counts };
  return { reading: combine(terms, method, readings), ...counts };
}

interface Found {
  readonly part: Part;
  readonly reading: Reading;
}

function combine(terms: TargetTerms, method: RollUpMethod, found: readonly Found[]): Reading | null {
  const asOf = found.reduce((latest, { reading }) => laterDate(latest, reading.asOf), terms.startOn);
  const empty: Reading = { asOf, value: null, numerator: null, denominator: null, completedSteps: [] };
  if (terms.kind === "ratio" && method === "sum") {
    const numerators = found.flatMap(({ reading }) => (reading.numerator === null ? [] : [reading.numerator]));
    const denominators = found.flatMap(({ reading }) => (reading.denominator === null ? [] : [reading.denominator]));
    if (numerators.length < found.length || denominators.length < found.length) return null;
    return { ...empty, numerator: Decimal.sum(...numerators), denominator: Decimal.sum(...denominators) };
  }
  if (terms.kind === "rank" && method === "worst-of") {
    const places = found.flatMap(({ reading }) => placeOf(reading) ?? []);
    const worst = places.length < found.length ? null : worstPlace(terms.comparator, places);
    return worst === null ? null : { ...empty, ...worst };
  }
  const valued = found.flatMap(({ part, reading }) => {
    const value = readingValue(part.terms, reading);
    return value.known ? [{ weight: part.weight, asOf: reading.asOf, value: value.value }] : [];
  });
  if (valued.length < found.length || terms.kind === "milestone" || terms.kind === "ratio") return null;
  const value = combined(method, valued);
  return value === null ? null : { ...empty, value };
}

interface Valued {
  readonly weight: number;
  readonly asOf: IsoDate;
  readonly value: Decimal;
}

function combined(method: RollUpMethod, valued: readonly Valued[]): Decimal | null {
  const values = valued.map((one) => one.value);
  if (method === "sum") return Decimal.sum(...values);
  if (method === "latest") return valued.reduce((last, one) => (one.asOf >= last.asOf ? one : last)).value;
  if (method === "worst-of") return Decimal.min(...values);
  const weights = valued.reduce((sum, one) => sum.plus(one.weight), new Decimal(0));
  if (weights.isZero()) return null;
  return valued.reduce((sum, one) => sum.plus(one.value.times(one.weight)), new Decimal(0)).div(weights);
}

/** A part with every version of its terms, oldest first, and all its approvals. */
export interface PartHistory extends Omit<Part, "readings" | "terms"> {
  readonly terms: readonly TermsVersion[];
  readonly approvals: readonly Approval[];
}

/**
 * The readings of the whole as approvals: for each reporting period, in force from the approval of the last missing
 * part, and superseded whenever a reading or the terms of a part change. This gives the whole a standing over time like
 * any other target.
 */
export function rolledUpApprovals(terms: TargetTerms, method: RollUpMethod, parts: readonly PartHistory[]): Approval[] {
  const instants = [
    ...new Set(
      parts.flatMap((part) => [
        ...part.terms.map((version) => version.knownFrom),
        ...part.approvals.flatMap((one) => [one.approvedAt, one.supersededAt ?? one.approvedAt]),
      ]),
    ),
  ].sort((one, other) => Date.parse(one) - Date.parse(other));
  const known = instants.map((at) => ({ at, parts: partsAt(parts, at) }));
  return reportingPeriodsOf(terms).flatMap((period) => {
    const spans: Approval[] = [];
    let open: Approval | null = null;
    for (const { at, parts: then } of known) {
      const { reading, illustrative } = rollUp(terms, method, then, period);
      const isSame = open === null || open.illustrative === illustrative;
      if (isSame && JSON.stringify(reading) === JSON.stringify(open?.reading ?? null)) continue;
      if (open !== null) spans.push({ ...open, supersededAt: at });
      open = reading === null ? null : { updateId: null, reading, illustrative, approvedAt: at, supersededAt: null };
    }
    return open === null ? spans : [...spans, open];
  });
}

/** The parts at an instant, with the terms and readings in force then. */
export function partsAt(parts: readonly PartHistory[], at: string): Part[] {
  const moment = Date.parse(at);
  return parts.flatMap(({ terms, approvals, ...part }) => {
    const version = terms.findLast((one) => Date.parse(one.knownFrom) <= moment);
    if (version === undefined) return [];
    const readings = approvals
      .filter(
        (one) =>
          Date.parse(one.approvedAt) <= moment && (one.supersededAt === null || Date.parse(one.supersededAt) > moment),
      )
      .map(({ reading, illustrative }) => ({ ...reading, illustrative }));
    return [{ ...part, terms: version.terms, readings }];
  });
}

/** The whole on a day as known at an instant, without readings of later days. Null outside every reporting period. */
export function rolledUpOn(
  terms: TargetTerms,
  method: RollUpMethod,
  parts: readonly PartHistory[],
  asOf: IsoDate,
  at: string,
): Reading | null {
  const period = reportingPeriodsOf(terms).find((one) => one.startOn <= asOf && asOf <= one.endOn);
  if (period === undefined) return null;
  const until = partsAt(parts, at).map((part) => ({
    ...part,
    readings: part.readings.filter((reading) => reading.asOf <= asOf),
  }));
  return rollUp(terms, method, until, period).reading;
}
