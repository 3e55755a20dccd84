// What the preview of a task table shows at the cells of a row.
import type { NamedDepartment } from "@/lib/imports/grammar/department-names";
import type { PlannedProblem } from "@/lib/imports/plan";
import type { TaskTarget } from "@/lib/imports/tasks/results";

/** The problems of a row, and each name that only its note can hold: groups such as 各县市区. */
export function shownProblems(
  { problems, unlinked }: TaskTarget,
  departments: readonly NamedDepartment[],
): PlannedProblem[] {
  const shown = new Set(problems.flatMap(({ name }) => name ?? []));
  const left = unlinked.filter(
    ({ name }) => !shown.has(name) && !departments.some(({ formerNames }) => formerNames?.includes(name)),
  );
  return [...problems, ...left.map(({ cell, name }) => ({ cell, kind: "group-in-note", name }))];
}
