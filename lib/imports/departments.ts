// Imports departments from a table: new ones, and new names or parents of existing ones.
import { type ImportPlan, lineText, type PlannedLine } from "@/lib/imports/plan";
import type { TableRow } from "@/lib/imports/table";

/** The template's headings in Chinese and English, then accepted variants. */
export const DEPARTMENT_HEADINGS = {
  slug: ["编码", "code", "网址名", "slug"],
  name: ["名称", "name", "部门名称"],
  nameEn: ["英文名称", "english name"],
  parent: ["上级编码", "parent", "上级部门", "parent code"],
} as const;
export type DepartmentColumn = keyof typeof DEPARTMENT_HEADINGS;
/** Without this column, parents are unchanged and new departments have none. */
export const OPTIONAL_COLUMNS: readonly DepartmentColumn[] = ["parent"];

export interface DepartmentEntry {
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string;
  readonly parent: string | null;
  /** False for an existing department. */
  readonly isNew: boolean;
}

export interface KnownDepartment extends Omit<DepartmentEntry, "isNew"> {
  readonly isClosed: boolean;
}

const LIMIT = 100;

type Known = ReadonlyMap<string, KnownDepartment>;

function entryOf(
  { slug, name, nameEn, parent }: TableRow<DepartmentColumn>["values"],
  known: Known,
): DepartmentEntry | string {
  const there = known.get(slug ?? "");
  if (!/^[a-z0-9][a-z0-9-]{0,58}$/.test(slug ?? "")) return "not-a-slug";
  if (!name || !nameEn) return "no-name";
  if (name.length > LIMIT || nameEn.length > LIMIT) return "name-too-long";
  if (there?.isClosed) return "closed";
  const newParent = parent === null ? (there?.parent ?? null) : parent || null;
  return { slug: slug ?? "", name, nameEn, parent: newParent, isNew: there === undefined };
}

interface Read {
  readonly line: number;
  readonly text: string;
  readonly entry: DepartmentEntry | null;
  readonly why: string | null;
}

function readRows(rows: readonly TableRow<DepartmentColumn>[], known: Known): Read[] {
  const slugs = new Set<string>();
  return rows.map(({ line, values }) => {
    const text = lineText([values.slug, values.name, values.nameEn, values.parent]);
    const entry = entryOf(values, known);
    if (typeof entry === "string") return { line, text, entry: null, why: entry };
    if (slugs.has(entry.slug)) return { line, text, entry: null, why: "twice" };
    slugs.add(entry.slug);
    return { line, text, entry, why: null };
  });
}

/** Rejects lines that depend on a rejected line or close a cycle, until no more lines are affected. */
function settle(read: readonly Read[], known: Known): Read[] {
  const open = read.flatMap(({ entry }) => entry ?? []);
  const after = new Map<string, Pick<DepartmentEntry, "name" | "parent">>(
    [...known.values()].filter(({ isClosed }) => !isClosed).map((one) => [one.slug, one]),
  );
  for (const entry of open) after.set(entry.slug, entry);
  const fault = ({ slug, name, parent }: DepartmentEntry): string | null => {
    if (parent !== null && !after.has(parent)) return "no-parent";
    if ([...after].some(([other, one]) => other !== slug && one.name === name)) return "name-taken";
    for (let at = parent, steps = 0; at !== null; at = after.get(at)?.parent ?? null, steps += 1) {
      if (at === slug || steps > after.size) return "circle";
    }
    return null;
  };
  const fallen = new Map<string, string>();
  for (const entry of open) {
    const why = fault(entry);
    if (why !== null) fallen.set(entry.slug, why);
  }
  if (fallen.size === 0) return [...read];
  const next = read.map((one) => {
    const why = one.entry === null ? undefined : fallen.get(one.entry.slug);
    return why === undefined ? one : { ...one, entry: null, why };
  });
  return settle(next, known);
}

function plannedOf({ line, text, entry, why }: Read, known: Known): PlannedLine {
  if (entry === null) return { line, text, outcome: "refused", was: null, why };
  const there = known.get(entry.slug);
  if (there === undefined) return { line, text, outcome: "added", was: null, why: null };
  const isSame = there.name === entry.name && there.nameEn === entry.nameEn && there.parent === entry.parent;
  const was = lineText([there.slug, there.name, there.nameEn, there.parent]);
  return { line, text, outcome: isSame ? "same" : "changed", was, why: null };
}

/**
 * The changes that a table of departments would make. Rejected: a line that cannot be parsed, a code that appears
 * twice or belongs to a closed department, a name of another department, and a parent that does not exist, is rejected
 * itself or would be below its own child.
 */
export function planDepartments(
  rows: readonly TableRow<DepartmentColumn>[],
  departments: readonly KnownDepartment[],
): ImportPlan<DepartmentEntry> {
  const known = new Map(departments.map((one) => [one.slug, one]));
  const read = settle(readRows(rows, known), known);
  const lines = read.map((one) => plannedOf(one, known));
  const entries = read.flatMap(({ entry }, index) =>
    entry !== null && lines[index]?.outcome !== "same" ? [entry] : [],
  );
  return { lines, entries };
}
