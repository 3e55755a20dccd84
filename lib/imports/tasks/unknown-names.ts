// The names in owner and supporting columns for which a user can choose a department.
import type { TaskTarget } from "@/lib/imports/tasks/results";

/** A name in the owner or supporting columns that is no department. */
export interface UnknownName {
  readonly name: string;
  readonly rows: number;
  /** The slug of the department that the user has chosen for it; "" for none. */
  readonly chosen: string;
}

/** Unknown names and groups with their numbers of rows, the most frequent first; names that a user has resolved last. */
export function unknownNames(targets: readonly TaskTarget[], chosen: ReadonlyMap<string, string>): UnknownName[] {
  const rows = new Map<string, Set<string>>();
  for (const { sheet, row, problems, unlinked } of targets) {
    const named = problems.filter(({ kind }) => kind === "unknown-department" || kind === "collective-owner");
    const groups = unlinked.filter(({ name }) => (chosen.get(name) ?? "") === "");
    for (const { name = "" } of [...named, ...groups]) {
      if (name === "") continue;
      rows.set(name, (rows.get(name) ?? new Set()).add(JSON.stringify([sheet, row])));
    }
  }
  const open = [...rows].map(([name, found]) => ({ name, rows: found.size, chosen: "" }));
  const resolved = [...chosen].flatMap(([name, slug]) =>
    slug === "" || rows.has(name) ? [] : [{ name, rows: 0, chosen: slug }],
  );
  return [...open.sort((one, other) => other.rows - one.rows), ...resolved];
}
