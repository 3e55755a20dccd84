import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Light } from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";
import type { LightCounts } from "@/lib/views/department";
import type { LightGroup } from "@/lib/views/light-group";
import type { DueDay, Excerpt, TargetRow } from "@/lib/views/target";

/** A target whose light changed within the look-back. */
interface LightChange {
  readonly row: TargetRow;
  readonly before: Light;
  readonly after: Light;
}

export interface Trouble {
  readonly row: TargetRow;
  /** The first day of the time in which the light has been behind, far behind or missed. */
  readonly since: IsoDate | null;
}

/** The completion of all counted targets that have one; null without any. */
export interface CompletionSpread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** The number of these targets. */
  readonly count: number;
}

interface FallingDue extends DueDay {
  readonly row: TargetRow;
}

export interface Overview {
  /** The department above all others, where there is one. */
  readonly city: Bilingual | null;
  /** The years of the counted targets, in order. */
  readonly years: readonly number[];
  readonly spread: CompletionSpread | null;
  readonly counts: LightCounts;
  readonly total: number;
  readonly late: number;
  /** Green by a report that is too old to count as green. */
  readonly lateGreens: number;
  /** The groups with the most behind, in their order. */
  readonly worst: Excerpt<LightGroup>;
  /** Missed, far behind and behind, the worst first. */
  readonly attention: Excerpt<Trouble>;
  /** Lights that are not what they were on the day `since`. */
  readonly changes: Excerpt<LightChange>;
  readonly since: IsoDate;
  /** What falls due from today to the day `until`, in order. */
  readonly dueSoon: Excerpt<FallingDue>;
  readonly until: IsoDate;
  /** Never reported, or the report is past its cut-off. */
  readonly notReported: Excerpt<TargetRow>;
}
