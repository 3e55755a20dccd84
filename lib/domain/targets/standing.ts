// The standing of a target, and its light and freshness on a given day. standing-timeline.ts computes standings.
import { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { ImportedDays } from "@/lib/domain/calendar/working-days";
import type { RuleSet } from "@/lib/domain/targets/assessment";
import type { Freshness, Light, Reading, TargetTerms, UnknownReason } from "@/lib/domain/targets/types";

/** One span of knowledge, [knownFrom, knownTo): nothing that a light depends on changes inside it. */
export interface Standing {
  /** Instant, ISO 8601 with zone. */
  readonly knownFrom: string;
  /** Instant; null while it is current. */
  readonly knownTo: string | null;
  /** The slug of the owner department. */
  readonly owner: string;
  /** The approved update that counts; null before the first one, and for a value rolled up from parts. */
  readonly updateId: string | null;
  /** The metric's value: a ratio's in %, a milestone's number of finished steps. */
  readonly value: Decimal | null;
  readonly asOf: IsoDate | null;
  /** A demo sample, or rolled up from one. */
  readonly illustrative: boolean;
  readonly completionRatio: number | null;
  readonly expectedRatio: number | null;
  readonly gapPoints: number | null;
  /** In the metric's unit; places for a rank, steps for a milestone. */
  readonly gapValue: Decimal | null;
  /** An average or the best value, where the judging is not by the latest reading. */
  readonly judgedValue: Decimal | null;
  /** Why completion, expectation or gap is null, the first of them; null when all three are known. */
  readonly reason: UnknownReason | null;
  /** The light at `asOf`; lightOn() gives the light on a day. */
  readonly light: Light;
  readonly met: boolean | null;
  /** Whether the terms in force differ from those the target was issued with. */
  readonly adjusted: boolean;
  readonly startOn: IsoDate;
  readonly dueOn: IsoDate;
  /** The first day on which silence makes a green light `behind`, see silenceDays(); null when it does not. */
  readonly behindFrom: IsoDate | null;
  /** The first day on which it makes the light `far-behind`. */
  readonly farBehindFrom: IsoDate | null;
  /** The planned dates of the steps that the latest reading leaves open; empty for other kinds and without a reading. */
  readonly openSteps: readonly IsoDate[];
  /** The first day on which no report is expected, until the next period opens; null while the latest report is current. */
  readonly notExpectedFrom: IsoDate | null;
  /** The first day after the period of the next report; null when no report is expected. */
  readonly nextReportOpensOn: IsoDate | null;
  /** The last day on which that report is on time. */
  readonly nextReportDueOn: IsoDate | null;
}

/** The terms in force from an instant on, until the next version. */
export interface TermsVersion {
  readonly terms: TargetTerms;
  readonly knownFrom: string;
  /** Whether they differ from those the target was issued with: see termsHistory(). */
  readonly adjusted: boolean;
}

/** The owner of the target from an instant on. */
export interface OwnerVersion {
  /** The slug of a department. */
  readonly owner: string;
  readonly knownFrom: string;
}

/** The rule set in force from an instant on. */
export interface RulesVersion {
  readonly rules: RuleSet;
  readonly knownFrom: string;
}

/** An approved reading, in force during [approvedAt, supersededAt). */
export interface Approval {
  /** Null for a reading that is rolled up from parts. */
  readonly updateId: string | null;
  readonly reading: Reading;
  readonly illustrative: boolean;
  readonly approvedAt: string;
  readonly supersededAt: string | null;
}

export interface TargetHistory {
  readonly terms: readonly TermsVersion[];
  /** The first from the first terms' instant on or earlier. */
  readonly owners: readonly OwnerVersion[];
  /** The first from the first terms' instant on or earlier. */
  readonly rules: readonly RulesVersion[];
  readonly approvals: readonly Approval[];
  /** For the days on which reports are due. */
  readonly imported: ImportedDays;
}

/** The part of a standing that decides the light on a day; `hasValue` is whether any approved reading counts. */
export interface LightInputs {
  readonly light: Light;
  readonly met: boolean | null;
  readonly startOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly behindFrom: IsoDate | null;
  readonly farBehindFrom: IsoDate | null;
  readonly nextReportOpensOn: IsoDate | null;
  readonly hasValue: boolean;
}

export interface FreshnessInputs {
  readonly notExpectedFrom: IsoDate | null;
  readonly nextReportOpensOn: IsoDate | null;
  readonly nextReportDueOn: IsoDate | null;
  readonly hasValue: boolean;
}

/** Whether an approved reading counts, reported or rolled up from parts. */
export function hasValue(standing: Pick<Standing, "asOf">): boolean {
  return standing.asOf !== null;
}

/** Stored lights that do not depend on the day. */
const LASTING_LIGHTS: readonly Light[] = ["unset", "achieved", "missed"];

/**
 * The light on `today`, by the first rule that applies:
 * `unset`, `achieved` and `missed` (by verdict) stay; before the start date `not-started`; after the due date, not met or
 * never reported, `missed`, unless its statistics appear later and the closing report does not open yet; without an
 * approved reading `no-report`, or `not-started` where the owner has not received the target yet; `far-behind` or `behind` once silence has made it so (silenceDays()); else the stored
 * light.
 *
 * A state that its last reading met but that could be lost since (a rank, a share, a budget) does not become missed
 * after the due date: the stored light stays, and freshnessOn() shows that the closing report is outstanding.
 */
export function lightOn(standing: LightInputs, today: IsoDate): Light {
  if (LASTING_LIGHTS.includes(standing.light)) return standing.light;
  if (today < standing.startOn) return "not-started";
  if (today > standing.dueOn && standing.met !== true && !isAwaited(standing, today)) return "missed";
  if (!standing.hasValue && standing.light !== "not-started") return "no-report";
  const { light, behindFrom, farBehindFrom } = standing;
  if (farBehindFrom !== null && today >= farBehindFrom) return "far-behind";
  return behindFrom !== null && today >= behindFrom && isGreen(light) ? "behind" : light;
}

/** Whether the closing report of a late statistic cannot be there yet. */
function isAwaited({ nextReportOpensOn }: LightInputs, today: IsoDate): boolean {
  return nextReportOpensOn !== null && today < nextReportOpensOn;
}

/**
 * The gap on `today`, in the metric's unit: minus the number of steps past their planned dates, which is what the light
 * of such a milestone is about; else the gap of the latest reading.
 *
 * @internal standing_on() is the same rule in SQL; a test compares the two.
 */
export function gapOn(
  { gapValue, openSteps }: Pick<Standing, "gapValue" | "openSteps">,
  today: IsoDate,
): Decimal | null {
  const overdue = openSteps.filter((plannedOn) => plannedOn < today).length;
  return gapValue === null || overdue === 0 ? gapValue : new Decimal(-overdue);
}

/**
 * How fresh the latest report is on `today`.
 *
 * - While no report is expected, or its period has not ended: `not-expected` when none was approved or none has been
 *   expected since the latest (a draft, a target not yet received, a closed one, a milestone between two steps), else
 *   `current`.
 * - Once the period has ended: `due` until the cut-off day, included; then `late`, or `never` when no report was
 *   approved.
 *
 * @internal standing_on() is the same rule in SQL; a test compares the two.
 */
export function freshnessOn(standing: FreshnessInputs, today: IsoDate): Freshness {
  const { nextReportOpensOn, nextReportDueOn, notExpectedFrom } = standing;
  if (nextReportOpensOn === null || nextReportDueOn === null || today < nextReportOpensOn) {
    const isExpected = standing.hasValue && (notExpectedFrom === null || today < notExpectedFrom);
    return isExpected ? "current" : "not-expected";
  }
  if (today <= nextReportDueOn) return "due";
  return standing.hasValue ? "late" : "never";
}

/** Whether a report is due or overdue. */
export function isOwed(freshness: Freshness): boolean {
  return freshness === "due" || isOverdue(freshness);
}

/** Whether the report is past its cut-off. */
export function isOverdue(freshness: Freshness): boolean {
  return freshness === "late" || freshness === "never";
}

/** The lights that need action, the worst first. */
export const LIGHTS_BEHIND: readonly Light[] = ["missed", "far-behind", "behind"];

/**
 * Whether a light is green but its report is late. Such a light is shown hollow, dated and marked late.
 */
export function isStaleGreen(light: Light, freshness: Freshness): boolean {
  return isGreen(light) && isOverdue(freshness);
}

export function isGreen(light: Light): boolean {
  return light === "on-track" || light === "ahead" || light === "achieved";
}
