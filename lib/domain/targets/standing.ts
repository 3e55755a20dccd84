// Where a target stands, and how that looks on a given day. standing-timeline.ts works the standings out.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { ImportedDays } from "@/lib/domain/calendar/working-days";
import type { Freshness, Light, Reading, RuleSet, TargetTerms, UnknownReason } from "@/lib/domain/targets/types";

/** One span of knowledge, [knownFrom, knownTo): nothing a light depends on changed inside it. */
export interface Standing {
  /** Instant, ISO 8601 with zone. */
  readonly knownFrom: string;
  /** Instant; null while it still holds. */
  readonly knownTo: string | null;
  /** Who answers for it: the slug of a department. */
  readonly owner: string;
  /** The approved update that counts; null before the first one, and where the value is rolled up from parts. */
  readonly updateId: string | null;
  /** The metric's value: a ratio's in %, a milestone's number of finished steps. */
  readonly value: Decimal | null;
  readonly asOf: IsoDate | null;
  /** A sample of the demo, or rolled up from one. */
  readonly illustrative: boolean;
  readonly completionRatio: number | null;
  readonly expectedRatio: number | null;
  readonly gapPoints: number | null;
  /** Why completion, or else expectation or gap, is null; null when all three are known. */
  readonly reason: UnknownReason | null;
  /** The light at `asOf`; for the light on a day ask lightOn(). */
  readonly light: Light;
  readonly met: boolean | null;
  /** The terms in force are not those the target was issued with. */
  readonly adjusted: boolean;
  readonly startOn: IsoDate;
  readonly dueOn: IsoDate;
  /** The first day on which no report is expected, until the next one opens; null while the latest one is current. */
  readonly notExpectedFrom: IsoDate | null;
  /** The first day after the period the next report is about; null when no report is awaited. */
  readonly nextReportOpensOn: IsoDate | null;
  /** The last day on which that report is in time. */
  readonly nextReportDueOn: IsoDate | null;
}

/** The terms in force from an instant on, until the next version. */
export interface TermsVersion {
  readonly terms: TargetTerms;
  readonly knownFrom: string;
  /** They are not those the target was issued with: termsHistory() says so. */
  readonly adjusted: boolean;
}

/** Who answers for the target from an instant on. */
export interface OwnerVersion {
  /** The slug of a department. */
  readonly owner: string;
  readonly knownFrom: string;
}

/** The bounds of the lights from an instant on. */
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
  /** For the days on which reports fall due. */
  readonly imported: ImportedDays;
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
  readonly notExpectedFrom: IsoDate | null;
  readonly nextReportOpensOn: IsoDate | null;
  readonly nextReportDueOn: IsoDate | null;
  readonly hasValue: boolean;
}

/** Whether an approved reading stands behind it, its own or one rolled up from its parts. */
export function hasValue(standing: Pick<Standing, "asOf">): boolean {
  return standing.asOf !== null;
}

/** Stored lights that no day changes. */
const LASTING_LIGHTS: readonly Light[] = ["unset", "achieved", "missed"];

/**
 * The light as it shows on `today`, in this order:
 * `unset`, `achieved` and `missed` (a verdict) stay; before the start day → `not-started`; after the due day and not
 * met, or never reported → `missed`; no approved reading → `no-report`; else the stored light.
 *
 * A state that was met at its last reading but may still have been lost (a rank, a share, a ceiling) is not called
 * missed after the due day: it keeps its light, and freshnessOn() says that the closing report is outstanding.
 */
export function lightOn(standing: LightInputs, today: IsoDate): Light {
  if (LASTING_LIGHTS.includes(standing.light)) return standing.light;
  if (today < standing.startOn) return "not-started";
  if (today > standing.dueOn && standing.met !== true) return "missed";
  return standing.hasValue ? standing.light : "no-report";
}

/**
 * How fresh the latest report is on `today`.
 * While no report is awaited, or its period has not ended: `not-expected` where none was ever approved or none has been
 * expected since the latest (a draft, a target to be signed for, a closed one, a milestone between two steps), else
 * `current`. Once the period has ended: `due` until the cut-off day (both ends included), then `late`, or `never` where
 * no report was ever approved.
 *
 * @internal The database says the same in standing_on(); a test holds the two together.
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

/** Whether a report is owed, late or not. */
export function isOwed(freshness: Freshness): boolean {
  return freshness === "due" || isOverdue(freshness);
}

/** Whether the report that is owed has not come by its cut-off. */
export function isOverdue(freshness: Freshness): boolean {
  return freshness === "late" || freshness === "never";
}

/** The lights that call for action, the worst first. */
export const LIGHTS_BEHIND: readonly Light[] = ["missed", "far-behind", "behind"];

/**
 * Whether a light would be green but for the lateness of its report: a light is green only while the report behind it
 * is not late; a late one keeps its light, dated and marked late.
 */
export function isStaleGreen(light: Light, freshness: Freshness): boolean {
  return isGreen(light) && isOverdue(freshness);
}

function isGreen(light: Light): boolean {
  return light === "on-track" || light === "ahead" || light === "achieved";
}
