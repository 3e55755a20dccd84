// Whether a step is done, overdue or only past its date without a report. Finding, rows and drawing use the same rule.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { weightedSteps } from "@/lib/domain/targets/milestones";
import type { MilestoneStep } from "@/lib/domain/targets/types";
import { latestReading } from "./latest-reading";
import type { StepState } from "./rows-chart-types";
import type { ChartReading, TargetChartInput } from "./target-chart-input";

/** The day on which the latest reading says that the step was completed; null while it is open. */
export function doneOnOf({ key }: MilestoneStep, latest: ChartReading | null): IsoDate | null {
  return latest?.completedSteps.find((done) => done.key === key)?.doneOn ?? null;
}

export function stepState(plannedOn: IsoDate, doneOn: IsoDate | null, today: IsoDate): StepState {
  if (doneOn !== null) return doneOn > plannedOn ? "done-late" : "done";
  return plannedOn < today ? "overdue" : "planned";
}

/** Whether the latest reading is of the step's planned date or later. */
export function isStepReported(plannedOn: IsoDate, latest: ChartReading | null): boolean {
  return latest !== null && latest.asOf >= plannedOn;
}

/** The steps past their dates on the day of view: those that a report left open, and those without a report since. */
export function countOverdueSteps(input: TargetChartInput): { readonly overdue: number; readonly unreported: number } {
  const latest = latestReading(input);
  const late = weightedSteps(input.terms).filter(
    (step) => stepState(step.plannedOn, doneOnOf(step, latest), input.today) === "overdue",
  );
  const overdue = late.filter((step) => isStepReported(step.plannedOn, latest)).length;
  return { overdue, unreported: late.length - overdue };
}
