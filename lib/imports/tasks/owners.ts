// The lead and the supporting departments of a row.
import { type DepartmentPart, type NamedDepartment, splitDepartments } from "@/lib/imports/grammar/department-names";
import type { Layout } from "@/lib/imports/tasks/layout";
import { type NamedCell, type Problem, problem } from "@/lib/imports/tasks/results";
import type { TableRow } from "@/lib/imports/tasks/row-kinds";

export interface RowOwners {
  readonly owner: string | null;
  readonly supporting: readonly string[];
  readonly furtherLeads: readonly string[];
  readonly unlinked: readonly NamedCell[];
  readonly problems: readonly Problem[];
}

type Part = DepartmentPart<NamedDepartment>;

const SUPPORT = /(?:配合|协办|协助|参与)(?:单位|部门)?\s*[:：]|\bsupport(?:ing|ed by)?\s*:/iu;

const nameOf = (part: Part) => part.match?.department.name ?? null;

/** Without known departments every name is taken as it stands. A group is a department if a user has chosen one for it. */
function partsOf(text: string, departments: readonly NamedDepartment[]): Part[] {
  return splitDepartments(text, departments).map((part) => {
    if (!part.isCollective) {
      return departments.length > 0 ? part : { ...part, match: { department: { name: part.text }, how: "name" } };
    }
    const chosen = departments.find(({ formerNames }) => formerNames?.includes(part.text));
    return chosen === undefined ? part : { ...part, match: { department: chosen, how: "former-name" } };
  });
}

export function readOwners(layout: Layout, row: TableRow, departments: readonly NamedDepartment[]): RowOwners {
  const problems: Problem[] = [];
  const cell = row.addressOf(layout.owner);
  const text = row.textAt(layout.owner);
  const [leadText = "", ...supportTexts] = text.split(SUPPORT);
  const leads = partsOf(leadText, departments);
  const others: string[] = [];
  const unlinked = new Map<string, NamedCell>();
  const leave = (name: string, address: string) => unlinked.set(name, unlinked.get(name) ?? { cell: address, name });
  const add = (parts: readonly Part[], address: string) => {
    for (const part of parts) {
      const name = nameOf(part);
      if (part.isCollective || name === null) leave(part.text, address);
      if (name !== null) others.push(name);
      else if (!part.isCollective) problems.push(problem(address, "unknown-department", undefined, part.text));
    }
  };
  const [lead, ...rest] = leads;
  const isShared = !layout.isOwnerList && rest.some((part) => !part.isCollective);
  const furtherLeads = isShared
    ? rest.filter((part) => !part.isCollective).map((part) => nameOf(part) ?? part.text)
    : [];
  if (layout.owner !== null) {
    if (lead === undefined) problems.push(problem(cell, "missing-owner"));
    else if (lead.match === null && lead.isCollective)
      problems.push(problem(cell, "collective-owner", undefined, lead.text));
    else if (lead.match === null) problems.push(problem(cell, "unknown-department", "error", lead.text));
    else if (isShared) problems.push(problem(cell, "several-owners", undefined, furtherLeads.join("、")));
  }
  if (lead?.isCollective === true) leave(lead.text, cell);
  add(rest, cell);
  for (const one of supportTexts) add(partsOf(one, departments), cell);
  for (const column of layout.supporting) add(partsOf(row.textAt(column), departments), row.addressOf(column));
  const owner = lead === undefined ? null : nameOf(lead);
  const supporting = [...new Set(others)].filter((name) => name !== owner);
  return { owner, supporting, furtherLeads, unlinked: [...unlinked.values()], problems: dedupe(problems) };
}

function dedupe(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ cell, kind, name }) => {
    const key = `${cell} ${kind} ${name ?? ""}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
