// Imports departments from a table: new ones, and new names, parents or codes of existing ones.
import { isCreditCode, isDivisionCode } from "@/lib/domain/departments/codes";
import { makeSlug } from "@/lib/imports/department-slugs";
import { type ImportPlan, lineText, type PlannedLine } from "@/lib/imports/plan";
import type { TableRow } from "@/lib/imports/table";

/** The template's headings in Chinese and English, then accepted variants. */
export const DEPARTMENT_HEADINGS = {
  slug: ["编码", "code", "网址名", "slug"],
  name: ["名称", "name", "部门名称", "部门", "单位名称", "单位", "责任单位", "department"],
  nameEn: ["英文名称", "english name"],
  parent: ["上级编码", "parent", "上级部门", "上级单位", "parent code"],
  divisionCode: ["行政区划代码", "division code", "区划代码", "administrative division code"],
  creditCode: ["统一社会信用代码", "credit code", "信用代码", "unified social credit code"],
} as const;
export type DepartmentColumn = keyof typeof DEPARTMENT_HEADINGS;
/** Without one of these columns, existing departments keep what they have. */
export const OPTIONAL_COLUMNS: readonly DepartmentColumn[] = ["slug", "nameEn", "parent", "divisionCode", "creditCode"];

export interface DepartmentEntry {
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string;
  readonly parent: string | null;
  readonly divisionCode: string | null;
  readonly creditCode: string | null;
  /** False for an existing department. */
  readonly isNew: boolean;
}

export interface KnownDepartment extends Omit<DepartmentEntry, "isNew"> {
  readonly isClosed: boolean;
}

const LIMIT = 100;

type Known = ReadonlyMap<string, KnownDepartment>;
type Values = TableRow<DepartmentColumn>["values"];

interface Directory {
  readonly known: Known;
  /** The open departments by name. */
  readonly byName: ReadonlyMap<string, KnownDepartment>;
  /** The only open department without a parent; new ones are below it unless the table says otherwise. */
  readonly top: string | null;
}

function directoryOf(departments: readonly KnownDepartment[]): Directory {
  const open = departments.filter(({ isClosed }) => !isClosed);
  const tops = open.filter(({ parent }) => parent === null);
  return {
    known: new Map(departments.map((one) => [one.slug, one])),
    byName: new Map(open.map((one) => [one.name, one])),
    top: tops.length === 1 ? (tops[0]?.slug ?? null) : null,
  };
}

/** A cell's text; what is there already if the table lacks the column. */
const kept = (cell: string | null, before: string | null) => (cell === null ? before : cell || null);

function entryOf(slug: string, values: Values, { known, byName, top }: Directory): DepartmentEntry | string {
  const there = known.get(slug);
  const name = values.name ?? "";
  if (!/^[a-z0-9][a-z0-9-]{0,58}$/.test(slug)) return "not-a-slug";
  if (name === "") return "no-name";
  // A name without a translation stands in both languages.
  const translated = there === undefined || there.nameEn === there.name ? name : there.nameEn;
  const nameEn = values.nameEn || translated;
  if (name.length > LIMIT || nameEn.length > LIMIT) return "name-too-long";
  if (there?.isClosed) return "closed";
  const parent = kept(values.parent, there === undefined ? top : there.parent);
  const divisionCode = kept(values.divisionCode, there?.divisionCode ?? null);
  const creditCode = kept(values.creditCode, there?.creditCode ?? null)?.toUpperCase() ?? null;
  if (divisionCode !== null && !isDivisionCode(divisionCode)) return "not-a-division-code";
  if (creditCode !== null && !isCreditCode(creditCode)) return "not-a-credit-code";
  const parentSlug = parent === null || known.has(parent) ? parent : (byName.get(parent)?.slug ?? parent);
  return { slug, name, nameEn, parent: parentSlug, divisionCode, creditCode, isNew: there === undefined };
}

interface Read {
  readonly line: number;
  readonly text: string;
  readonly entry: DepartmentEntry | null;
  readonly why: string | null;
}

/** The code of each row: as written, of the department with its name, or made from its name. */
function slugsOf(rows: readonly TableRow<DepartmentColumn>[], { known, byName }: Directory): string[] {
  const taken = new Set([...known.keys(), ...rows.flatMap(({ values }) => values.slug || [])]);
  const made = new Map<string, string>();
  return rows.map(({ values }) => {
    const name = values.name ?? "";
    const there = values.slug || byName.get(name)?.slug || made.get(name);
    if (there) return there;
    const slug = makeSlug(values.nameEn || name, taken);
    taken.add(slug);
    made.set(name, slug);
    return slug;
  });
}

const wordsOf = ({ slug, name, nameEn, parent, divisionCode, creditCode }: Omit<DepartmentEntry, "isNew">) =>
  lineText([slug, name, nameEn === name ? null : nameEn, parent, divisionCode, creditCode]);

function readRows(rows: readonly TableRow<DepartmentColumn>[], directory: Directory): Read[] {
  const [slugs, seen] = [slugsOf(rows, directory), new Set<string>()];
  return rows.map(({ line, values }, index) => {
    const entry = entryOf(slugs[index] ?? "", values, directory);
    const { slug, name, nameEn, parent, divisionCode, creditCode } = values;
    if (typeof entry === "string") {
      const text = lineText([slug, name, nameEn, parent, divisionCode, creditCode]);
      return { line, text, entry: null, why: entry };
    }
    const text = wordsOf(entry);
    if (seen.has(entry.slug)) return { line, text, entry: null, why: "twice" };
    seen.add(entry.slug);
    return { line, text, entry, why: null };
  });
}

/** Parents that the table names instead of giving their code. */
function withParents(read: readonly Read[], { known }: Directory): Read[] {
  const bySheet = new Map(read.flatMap(({ entry }) => (entry === null ? [] : [[entry.name, entry.slug] as const])));
  const slugs = new Set([...known.keys(), ...bySheet.values()]);
  return read.map((one) => {
    const parent = one.entry?.parent ?? null;
    if (one.entry === null || parent === null || slugs.has(parent)) return one;
    const entry = { ...one.entry, parent: bySheet.get(parent) ?? parent };
    return { ...one, entry, text: wordsOf(entry) };
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

function planLine({ line, text, entry, why }: Read, known: Known): PlannedLine {
  if (entry === null) return { line, text, outcome: "refused", was: null, why };
  const there = known.get(entry.slug);
  if (there === undefined) return { line, text, outcome: "added", was: null, why: null };
  const was = wordsOf(there);
  const isSame = was === wordsOf(entry) && there.nameEn === entry.nameEn;
  return { line, text, outcome: isSame ? "same" : "changed", was, why: null };
}

/**
 * The changes that a table of departments would make. Rejected: a line that cannot be parsed, a code that appears
 * twice or belongs to a closed department, a name of another department, an invalid official code, and a parent that
 * does not exist, is rejected itself or would be below its own child.
 */
export function planDepartments(
  rows: readonly TableRow<DepartmentColumn>[],
  departments: readonly KnownDepartment[],
): ImportPlan<DepartmentEntry> {
  const directory = directoryOf(departments);
  const { known } = directory;
  const read = settle(withParents(readRows(rows, directory), directory), known);
  const lines = read.map((one) => planLine(one, known));
  const entries = read.flatMap(({ entry }, index) =>
    entry !== null && lines[index]?.outcome !== "same" ? [entry] : [],
  );
  return { lines, entries };
}
