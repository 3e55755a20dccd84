// The department that a clause starts with: 市交通运输局新改建农村公路260公里.
import { withoutLead } from "@/lib/imports/documents/metric-names";
import { matchDepartment, type NamedDepartment } from "@/lib/imports/grammar/department-names";

/** Where a name may end. */
const NAME_ENDS = /[局委办部院会区县市处厅]|中心|公司|集团|政府/g;
const LONGEST_NAME = 24;

interface Subject {
  readonly slug: string;
  /** The clause after the name, without adverbs and dates. */
  readonly rest: string;
}

/** Null if the clause starts with no known department, or consists of nothing else. */
export function subjectOf(
  clause: string,
  departments: readonly (NamedDepartment & { readonly slug: string })[],
): Subject | null {
  const ends = [...clause.slice(0, LONGEST_NAME).matchAll(NAME_ENDS)].map((match) => match.index + match[0].length);
  for (const end of ends.reverse()) {
    const match = end < 3 ? null : matchDepartment(clause.slice(0, end), departments);
    const rest = withoutLead(clause.slice(end));
    if (match !== null && rest.length >= 2) return { slug: match.department.slug, rest };
  }
  return null;
}
