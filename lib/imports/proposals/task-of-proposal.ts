// A proposal as a row of a task table: drafts of both are written by the same rules (lib/imports/target-drafts.ts).
import { yearOfProposal } from "@/lib/imports/proposals/merge-proposals";
import type { TaskTarget } from "@/lib/imports/tasks/results";
import type { ProposalFields } from "@/lib/schemas/proposal";

/** What lacks before a proposal can be accepted, by field: keys under `form.errors`. */
export function missingFields(fields: ProposalFields): Record<string, string> {
  const errors: Record<string, string> = {};
  if (fields.role === "result") errors.role = "result-not-accepted";
  if (fields.title === "") errors.title = "required";
  if (fields.owner === "") errors.owner = "required";
  if (yearOfProposal(fields) === "") errors.year = "required";
  const hasFigure = fields.kind !== "milestone" && fields.kind !== "yes-no";
  if (hasFigure && fields.value === "") errors.value = "required";
  if (hasFigure && fields.unit === "") errors.unit = "required";
  if (fields.baselineValue !== "" && fields.baselineYear === "") errors.baselineYear = "required";
  return errors;
}

const numberOf = (text: string) => (text === "" ? null : Number(text));

/** @param row its number in the document; @param ownerName the name of the department */
export function taskOfProposal(fields: ProposalFields, row: number, ownerName: string | null): TaskTarget {
  const year = Number(yearOfProposal(fields));
  const dueOn = fields.dueOn === "" ? `${year}-12-31` : fields.dueOn;
  const isMilestone = fields.kind === "milestone";
  return {
    sheet: null,
    row,
    title: fields.title,
    owner: ownerName,
    supporting: fields.supporting,
    furtherLeads: [],
    unlinked: [],
    metric: fields.metric === "" ? fields.title : fields.metric,
    unit: fields.unit === "" ? null : fields.unit,
    kind: fields.kind,
    comparator: fields.comparator,
    value: numberOf(fields.value),
    upperValue: numberOf(fields.upperValue),
    stretchValue: numberOf(fields.stretchValue),
    baselineValue: numberOf(fields.baselineValue),
    baselineYear: numberOf(fields.baselineYear),
    growthPct: numberOf(fields.growthPct),
    year,
    dueOn,
    planPoints: [],
    steps: isMilestone ? stepsOf(fields, dueOn) : [],
    responsible: null,
    leader: null,
    remarks: fields.note === "" ? null : fields.note,
    section: null,
    serial: null,
    verdict: "ok",
    problems: [],
  };
}

/** One step bears the title as corrected, and ends with the target. */
function stepsOf({ steps, title }: ProposalFields, dueOn: string): TaskTarget["steps"] {
  return steps.length <= 1 ? [{ title, on: dueOn }] : steps;
}
