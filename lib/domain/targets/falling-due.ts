// What of a target falls due in a stretch of days.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Light, MilestoneStep, TargetTerms } from "@/lib/domain/targets/types";

export interface DueDay {
  readonly on: IsoDate;
  /** Null where it is the promise itself. */
  readonly step: MilestoneStep | null;
}

/**
 * The due day and the planned days of steps from `from` to `to`, both included, in order. Of a target that is achieved
 * or that nobody works on (a draft, closed, withdrawn) nothing falls due; nor does a step in `finished` (their keys).
 */
export function fallingDue(
  terms: Pick<TargetTerms, "state" | "dueOn" | "steps">,
  light: Light,
  finished: ReadonlySet<string>,
  [from, to]: readonly [IsoDate, IsoDate],
): DueDay[] {
  if (light === "achieved" || (terms.state !== "issued" && terms.state !== "received")) return [];
  const steps = terms.steps.filter((step) => !finished.has(step.key));
  const days: DueDay[] = [{ on: terms.dueOn, step: null }, ...steps.map((step) => ({ on: step.plannedOn, step }))];
  return days
    .filter(({ on }) => on >= from && on <= to)
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}
