// What a user decides in the preview of a task table: the roles of columns, and departments for names.
import { cleanLine } from "@/lib/domain/text/clean-text";
import { COLUMN_ROLES, type ColumnMapping, type ColumnRole } from "@/lib/imports/tasks/column-roles";

export interface TaskChoices {
  /** By the fingerprint of the layout. */
  readonly mappings: ReadonlyMap<string, ColumnMapping>;
  /** Slugs by the name in the table; blank: left as it is. */
  readonly departments: ReadonlyMap<string, string>;
  /** The layout whose correction is to be deleted; null for none. */
  readonly forgets: string | null;
}

export const NO_CHOICES: TaskChoices = { mappings: new Map(), departments: new Map(), forgets: null };

const COLUMN = /^column\.([0-9a-f]{64})\.(\d{1,3})$/;
const DEPARTMENT = /^department\.(.{1,200})$/u;

/** The names of the fields. */
export const columnField = (fingerprint: string, index: number) => `column.${fingerprint}.${index}`;
export const departmentField = (name: string) => `department.${name}`;

export function isColumnRole(text: unknown): text is ColumnRole {
  return COLUMN_ROLES.some((role) => role === text);
}

/** Other fields, and roles that do not exist, are ignored. */
export function readTaskChoices(form: FormData): TaskChoices {
  const mappings = new Map<string, Map<number, ColumnRole>>();
  const departments = new Map<string, string>();
  const forgotten = form.get("forget");
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    const [, fingerprint, index] = COLUMN.exec(name) ?? [];
    const [, department] = DEPARTMENT.exec(name) ?? [];
    if (department !== undefined) departments.set(department, cleanLine(value));
    if (fingerprint === undefined || fingerprint === forgotten || !isColumnRole(value)) continue;
    const mapping = mappings.get(fingerprint) ?? new Map<number, ColumnRole>();
    mappings.set(fingerprint, mapping.set(Number(index), value));
  }
  return { mappings, departments, forgets: typeof forgotten === "string" && forgotten !== "" ? forgotten : null };
}
