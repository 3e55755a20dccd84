// Defaults shared by most targets of the page.
import { isoDate } from "@/lib/domain/calendar/iso-date";
import type { Plan } from "@/lib/domain/targets/types";
import type { SeedMetric, SeedStep, SeedTarget } from "@/prisma/seed-data/types";

export const linearPlan: Plan = { shape: "linear", points: [], values: [], mergeJanuaryFebruary: false };
export const flatPlan: Plan = { shape: "flat", points: [], values: [], mergeJanuaryFebruary: false };
const milestonePlan: Plan = { shape: "milestones", points: [], values: [], mergeJanuaryFebruary: false };

type Common =
  | "supportingSlugs"
  | "parentCode"
  | "orBetter"
  | "value"
  | "upperValue"
  | "stretchValue"
  | "baseline"
  | "printedGrowth"
  | "history"
  | "startOn"
  | "dueOn"
  | "periodPrinted"
  | "plan"
  | "planNote"
  | "planNoteEn"
  | "steps"
  | "calendar"
  | "cutOffWorkingDays"
  | "weight"
  | "state"
  | "visibility"
  | "tags"
  | "note"
  | "noteEn";

export type TargetEntry = Omit<SeedTarget, Common> & Partial<Pick<SeedTarget, Common>>;

/** A public target of 2023, received by its owner, reported monthly, with a linear plan. */
export function defineTarget(entry: TargetEntry): SeedTarget {
  return {
    supportingSlugs: [],
    parentCode: null,
    orBetter: false,
    value: null,
    upperValue: null,
    stretchValue: null,
    baseline: null,
    printedGrowth: null,
    history: [],
    startOn: isoDate("2023-01-01"),
    dueOn: isoDate("2023-12-31"),
    periodPrinted: true,
    plan: linearPlan,
    planNote: null,
    planNoteEn: null,
    steps: [],
    calendar: "monthly",
    cutOffWorkingDays: 8,
    weight: 1,
    state: "received",
    visibility: "public",
    tags: [],
    note: null,
    noteEn: null,
    ...entry,
  };
}

type MilestoneEntry = Omit<TargetEntry, "section" | "metric" | "comparator"> & {
  readonly metricKey: string;
  readonly definition?: string;
  readonly definitionEn?: string;
};

/** A commitment of section C: its promise is its steps, so it has no target value. */
export function defineMilestone({ metricKey, definition, definitionEn, ...entry }: MilestoneEntry): SeedTarget {
  const metric: SeedMetric = {
    key: metricKey,
    name: `${entry.title}：完成节点`,
    nameEn: `${entry.titleEn}: steps completed`,
    unit: "个节点",
    kind: "milestone",
    precision: 0,
    direction: "increase",
    definition: definition ?? "按权重累计的已完成节点；节点日期与权重为规划假设，原文未列。",
    definitionEn:
      definitionEn ?? "Completed steps by weight; the steps' days and weights are planning assumptions, not printed.",
    dataSource: "责任部门自报，督查室核验",
    dataSourceEn: "Reported by the owner, verified by the Supervision Office",
  };
  const planNote = "节点日期与权重为规划假设，原文只列承诺。";
  const planNoteEn = "Days and weights of the steps are planning assumptions; the page prints only the commitment.";
  return defineTarget({
    plan: milestonePlan,
    planNote,
    planNoteEn,
    ...entry,
    section: "C",
    metric,
    comparator: "equal",
  });
}

/** A step that the page names. */
export function printedStep(key: string, title: string, titleEn: string, plannedOn: string, weight = 1): SeedStep {
  return { key, title, titleEn, weight, plannedOn: isoDate(plannedOn), printed: true };
}

/** A planning assumption, marked as such wherever it is shown. */
export function assumedStep(key: string, title: string, titleEn: string, plannedOn: string, weight = 1): SeedStep {
  return { key, title, titleEn, weight, plannedOn: isoDate(plannedOn), printed: false };
}
