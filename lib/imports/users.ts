// Imports users from a table: new accounts, new names and further roles of existing ones.
import { z } from "zod";
import { DEPARTMENT_ROLES, type DepartmentRole, OFFICE_ROLES, type OfficeRole } from "@/lib/domain/permissions/actor";
import { type ImportPlan, lineText, type PlannedLine, type PlannedProblem } from "@/lib/imports/plan";
import { addressIn, type PlacedRow } from "@/lib/imports/table";

/** The template's headings in Chinese and English, then accepted variants. */
export const USER_HEADINGS = {
  name: ["姓名", "name", "用户", "user"],
  email: ["邮箱", "email", "e-mail", "电子邮箱", "电子邮件", "邮件", "邮件地址"],
  department: ["部门", "department", "单位", "部门编码", "所属部门", "department code"],
  role: ["角色", "role", "职责", "部门角色"],
} as const;
export type UserColumn = keyof typeof USER_HEADINGS;

export type SheetRole = DepartmentRole | OfficeRole;

/** The words for each role: the template's in Chinese and English, then accepted variants. */
export const ROLE_WORDS: Readonly<Record<SheetRole, readonly string[]>> = {
  reporter: ["填报人", "reporter", "填报", "填报员", "联络员"],
  reviewer: ["审核人", "reviewer", "审核", "审核员"],
  supervisor: ["督查员", "supervisor", "督查"],
  administrator: ["管理员", "administrator", "admin", "系统管理员"],
  reader: ["读者", "reader", "只读"],
};

interface SheetDepartment {
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string;
  readonly formerNames: readonly string[];
}

export interface KnownUser {
  readonly email: string;
  readonly name: string;
  readonly officeRole: OfficeRole | null;
  readonly memberships: readonly { readonly department: string; readonly role: DepartmentRole }[];
  readonly isDisabled: boolean;
  /** The person who imports: they cannot change their own account. */
  readonly isOneself: boolean;
}

export interface UserEntry {
  readonly email: string;
  readonly name: string;
  /** Null for a role in the office. */
  readonly department: string | null;
  readonly role: SheetRole;
}

export interface KnownPeople {
  readonly users: readonly KnownUser[];
  readonly departments: readonly SheetDepartment[];
}

const NAME_LIMIT = 100;
const isEmail = (text: string) => z.email().max(254).safeParse(text).success;
const isDepartmentRole = (role: SheetRole): role is DepartmentRole => DEPARTMENT_ROLES.some((one) => one === role);

function readRole(text: string): SheetRole | null {
  const word = text.toLowerCase();
  return [...DEPARTMENT_ROLES, ...OFFICE_ROLES].find((role) => ROLE_WORDS[role].includes(word)) ?? null;
}

function findDepartment(text: string, departments: readonly SheetDepartment[]): string | null {
  const word = text.toLowerCase();
  const found =
    departments.find(({ slug, name, nameEn }) => [slug, name, nameEn.toLowerCase()].includes(word)) ??
    departments.find(({ formerNames }) => formerNames.includes(text));
  return found?.slug ?? null;
}

type Fault = readonly [column: UserColumn, kind: string];

/** The entry of a row, or everything that is wrong with it. */
function readRow(values: PlacedRow<UserColumn>["values"], people: KnownPeople): UserEntry | Fault[] {
  const [name, email] = [values.name ?? "", (values.email ?? "").toLowerCase()];
  const [named, word] = [values.department ?? "", values.role ?? ""];
  const role = readRole(word);
  const department = named === "" ? null : findDepartment(named, people.departments);
  const faults: Fault[] = [];
  if (name === "") faults.push(["name", "no-person"]);
  else if (name.length > NAME_LIMIT) faults.push(["name", "person-too-long"]);
  if (!isEmail(email)) faults.push(["email", email === "" ? "no-email" : "not-an-email"]);
  if (named !== "" && department === null) faults.push(["department", "no-such-department"]);
  if (role === null) faults.push(["role", word === "" ? "no-role" : "not-a-role"]);
  else if (isDepartmentRole(role) && named === "") faults.push(["department", "role-needs-department"]);
  else if (!isDepartmentRole(role) && named !== "") faults.push(["department", "role-of-office"]);
  return faults.length > 0 || role === null ? faults : { name, email, department, role };
}

/** What the accounts are after the lines so far. */
type Accounts = Map<string, KnownUser>;

/** What is wrong with the entry given the accounts and the lines before it. */
function faultOf(entry: UserEntry, accounts: Accounts, named: ReadonlyMap<string, string>): Fault | null {
  const user = accounts.get(entry.email);
  if (named.has(entry.email) && named.get(entry.email) !== entry.name) return ["name", "two-names"];
  if (user === undefined) return null;
  if (user.isDisabled) return ["email", "disabled-account"];
  const { department, role } = entry;
  if (department === null) return null;
  const held = user.memberships.filter((one) => one.department === department);
  return held.length > 0 && held.every((one) => one.role !== role) ? ["role", "both-roles"] : null;
}

function withEntry(user: KnownUser | undefined, { email, name, department, role }: UserEntry): KnownUser {
  const base = user ?? { email, officeRole: null, memberships: [], isDisabled: false, isOneself: false };
  const isHeld = base.memberships.some((one) => one.department === department && one.role === role);
  if (!isDepartmentRole(role)) return { ...base, name, officeRole: role };
  if (department === null || isHeld) return { ...base, name };
  return { ...base, name, memberships: [...base.memberships, { department, role }] };
}

const wordsOf = ({ name, officeRole, memberships }: KnownUser) =>
  lineText([name, officeRole, ...memberships.flatMap(({ department, role }) => [department, role])]);

/**
 * The changes that a table of users would make; one line per person and role. An account is recognised by its email
 * address. Roles that the table does not name remain. Rejected: a line that cannot be read, with the cells at fault; a
 * disabled account; two names for one address; both roles in one department; a change of one's own account.
 */
export function planUsers(rows: readonly PlacedRow<UserColumn>[], people: KnownPeople): ImportPlan<UserEntry> {
  const before = new Map(people.users.map((user) => [user.email, user]));
  const accounts: Accounts = new Map(before);
  const named = new Map<string, string>();
  const seen = new Set<string>();
  const inOffice = new Set<string>();
  const entries: UserEntry[] = [];
  const planLine = (row: PlacedRow<UserColumn>): PlannedLine => {
    const { line, values } = row;
    const text = lineText([values.name, values.email, values.department, values.role]);
    const refused = (faults: readonly Fault[]): PlannedLine => {
      const problems = faults.map(([column, kind]): PlannedProblem => ({ cell: addressIn(row, column), kind }));
      return { line, text, outcome: "refused", was: null, why: null, problems };
    };
    const entry = readRow(values, people);
    if ("length" in entry) return refused(entry);
    const key = `${entry.email} ${entry.department} ${entry.role}`;
    if (seen.has(key)) return { line, text, outcome: "refused", was: null, why: "twice" };
    const hasTwo = entry.department === null && inOffice.has(entry.email);
    const fault: Fault | null = hasTwo ? ["role", "two-offices"] : faultOf(entry, accounts, named);
    if (fault !== null) return refused([fault]);
    const [user, there] = [accounts.get(entry.email), before.get(entry.email)];
    const after = withEntry(user, entry);
    const isSame = user !== undefined && wordsOf(user) === wordsOf(after);
    if (!isSame && there?.isOneself) return refused([["email", "own-account"]]);
    seen.add(key);
    if (entry.department === null) inOffice.add(entry.email);
    named.set(entry.email, entry.name);
    accounts.set(entry.email, after);
    const was = there === undefined ? null : wordsOf(there);
    if (isSame) return { line, text, outcome: "same", was, why: null };
    entries.push(entry);
    return { line, text, outcome: there === undefined ? "added" : "changed", was, why: null };
  };
  const lines = rows.map(planLine);
  return { lines, entries };
}
