// How each goal is judged: one row per goal, read by every rule, chart and form.
import type { Goal } from "@/lib/domain/targets/goal-types";

export interface GoalRules {
  /**
   * What is expected by a day: the plan's share, the plan's value, the whole from the first day, the steps planned by
   * then, the answer on the due date, or nothing.
   */
  readonly course: "plan" | "values" | "at-once" | "steps" | "due-date" | "none";
  /** How completion is computed: (v − s) ÷ (T − s), v ÷ T, the weight of completed steps, 1 or 0, or not at all. */
  readonly completion: "way" | "share" | "steps" | "answer" | "none";
  /** What the gap compares: see gap.ts. */
  readonly gap: "progress" | "headroom" | "course" | "figure" | "range" | "total-range" | "place" | "steps" | "none";
  /** In what the gap is compared with the rule set's bounds, unless the kind has its own. */
  readonly measure: "points" | "percent";
  /** The rule of judge() in assess.ts that gives the light before the due date. */
  readonly light: "bands" | "state" | "headroom" | "range" | "steps" | "place" | "answer";
  /** How the forecast continues after the last report. A total always follows its plan (`plan-shape`). */
  readonly forecast: "plan-shape" | "drift" | "last-value" | "none";
}

const points = "points" as const;
const percent = "percent" as const;

export const GOAL_RULES = {
  "climb-to": {
    course: "plan",
    completion: "way",
    gap: "progress",
    measure: points,
    light: "bands",
    forecast: "drift",
  },
  "stay-above": {
    course: "at-once",
    completion: "share",
    gap: "figure",
    measure: percent,
    light: "state",
    forecast: "last-value",
  },
  "stay-below": {
    course: "at-once",
    completion: "none",
    gap: "figure",
    measure: percent,
    light: "state",
    forecast: "last-value",
  },
  "stay-within": {
    course: "none",
    completion: "none",
    gap: "range",
    measure: percent,
    light: "state",
    forecast: "last-value",
  },
  "follow-course": {
    course: "values",
    completion: "none",
    gap: "course",
    measure: percent,
    light: "bands",
    forecast: "last-value",
  },
  "total-below": {
    course: "plan",
    completion: "share",
    gap: "headroom",
    measure: points,
    light: "headroom",
    forecast: "plan-shape",
  },
  "total-within": {
    course: "plan",
    completion: "share",
    gap: "total-range",
    measure: points,
    light: "range",
    forecast: "plan-shape",
  },
  "reach-rank": { course: "none", completion: "none", gap: "place", measure: points, light: "place", forecast: "none" },
  "complete-steps": {
    course: "steps",
    completion: "steps",
    gap: "steps",
    measure: points,
    light: "steps",
    forecast: "none",
  },
  answer: { course: "due-date", completion: "answer", gap: "none", measure: points, light: "answer", forecast: "none" },
} as const satisfies Readonly<Record<Exclude<Goal["type"], "unset">, GoalRules>>;
