import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Light } from "@/lib/domain/targets/types";
import type { DepartmentSummary, LightCounts } from "@/lib/views/department";
import type { DueDay, Excerpt, TargetRow } from "@/lib/views/target";

/** A target whose light changed within the look-back. */
interface LightChange {
  readonly row: TargetRow;
  readonly before: Light;
  readonly after: Light;
}

interface FallingDue extends DueDay {
  readonly row: TargetRow;
}

export interface Overview {
  readonly counts: LightCounts;
  readonly total: number;
  readonly late: number;
  /** Green by a report that is too old to count as green. */
  readonly lateGreens: number;
  /** Those that own a target. */
  readonly departments: readonly DepartmentSummary[];
  /** Those with the most behind, in the order of departments. */
  readonly worst: Excerpt<DepartmentSummary>;
  /** Missed, far behind and behind, the worst first. */
  readonly attention: Excerpt<TargetRow>;
  /** Lights that are not what they were on the day `since`. */
  readonly changes: Excerpt<LightChange>;
  readonly since: IsoDate;
  /** What falls due from today to the day `until`, in order. */
  readonly dueSoon: Excerpt<FallingDue>;
  readonly until: IsoDate;
  /** Never reported, or the report is past its cut-off. */
  readonly notReported: Excerpt<TargetRow>;
}
