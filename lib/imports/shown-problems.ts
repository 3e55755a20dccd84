// What the preview of a task table shows at the cells of a row.
import type { NamedDepartment } from "@/lib/imports/grammar/department-names";
import type { PlannedProblem } from "@/lib/imports/plan";
import type { NamedCell, TaskTarget } from "@/lib/imports/tasks/results";

/** The problems of a row, and what only its note can hold: groups such as 各县市区, figures in another unit. */
export function shownProblems(
  { problems, unlinked, otherFigures = [] }: TaskTarget,
  departments: readonly NamedDepartment[],
): PlannedProblem[] {
  const shown = new Set(problems.flatMap(({ name }) => name ?? []));
  const left = unlinked.filter(
    ({ name }) => !shown.has(name) && !departments.some(({ formerNames }) => formerNames?.includes(name)),
  );
  const inNote = (kind: string) => (one: NamedCell) => ({ ...one, kind });
  return [...problems, ...left.map(inNote("group-in-note")), ...otherFigures.map(inNote("other-unit-in-note"))];
}
