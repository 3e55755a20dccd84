// The figures of a row of a task table as fields of the form of a new target.
import { mayBeBetter } from "@/lib/domain/targets/comparators";
import { hasWayToGo, isOrBetter, judgingOf } from "@/lib/imports/task-course";
import type { TaskTarget } from "@/lib/imports/tasks/results";
import { PLAN_CELL } from "@/lib/schemas/plan-cells";

export type Form = Record<string, string>;

export interface Citation {
  readonly quote: string;
  readonly text: string;
  readonly startYear: number;
}

export const textOf = (value: number | null) => (value === null ? "" : String(value));

/** The quote prints the baseline. */
function isPrinted({ baselineValue }: TaskTarget, citation: Citation | undefined): boolean {
  return baselineValue !== null && citation?.text.includes(String(baselineValue)) === true;
}

/** The fields of the figure, its baseline, its plan and how its reports count. */
export function figuresOf(target: TaskTarget, citation: Citation | undefined): Form {
  const { kind, comparator, dueOn } = target;
  // On the due date the target's own value counts.
  const planPoints = target.planPoints.filter(({ on }) => on < dueOn);
  const hasPlan = planPoints.length > 0 && kind !== "rank" && kind !== "milestone" && kind !== "yes-no";
  return {
    comparator,
    ...(mayBeBetter(comparator) && { orBetter: String(isOrBetter(target)) }),
    judging: judgingOf(target) ?? "",
    value: textOf(target.value),
    upperValue: textOf(target.upperValue),
    stretchValue: textOf(target.stretchValue),
    baselineValue: textOf(target.baselineValue),
    baselineYear: textOf(target.baselineYear),
    ...(target.baselineValue !== null && { baselineOrigin: isPrinted(target, citation) ? "printed" : "entered" }),
    ...(hasWayToGo(target) && { planShape: "linear" }),
    ...(hasPlan && {
      planShape: "values",
      ...Object.fromEntries(planPoints.map(({ on, value }) => [`${PLAN_CELL}${on}`, String(value)])),
    }),
  };
}
