// How each goal is judged: one row per goal, read by every rule, chart and form.
import type { Goal } from "@/lib/domain/targets/goal";

export interface GoalRules {
  /**
   * What is expected by a day: the plan's share, the whole from the first day, the steps planned by then, the answer
   * on the due date, or nothing that can be given as a share.
   */
  readonly course: "plan" | "at-once" | "steps" | "due-date" | "none";
  /** How completion is computed: (v − s) ÷ (T − s), v ÷ T, the weight of completed steps, 1 or 0, or not at all. */
  readonly completion: "way" | "share" | "steps" | "answer" | "none";
  /** The gap is completion − expected, or what remains under a limit: expected − completion. */
  readonly gap: "progress" | "headroom";
  /** The rule of lightOf() in assess.ts that gives the light before the due date. */
  readonly light: "bands" | "state" | "headroom" | "range" | "place" | "answer";
  /** How the forecast continues after the last report. A total always follows its plan (`plan-shape`). */
  readonly forecast: "plan-shape" | "drift" | "last-value" | "none";
}

export const GOAL_RULES = {
  "climb-to": { course: "plan", completion: "way", gap: "progress", light: "bands", forecast: "drift" },
  "stay-above": { course: "at-once", completion: "share", gap: "progress", light: "state", forecast: "last-value" },
  "stay-below": { course: "at-once", completion: "none", gap: "progress", light: "state", forecast: "last-value" },
  "stay-within": { course: "none", completion: "none", gap: "progress", light: "state", forecast: "last-value" },
  "total-below": { course: "plan", completion: "share", gap: "headroom", light: "headroom", forecast: "plan-shape" },
  "total-within": { course: "plan", completion: "share", gap: "progress", light: "range", forecast: "plan-shape" },
  "reach-rank": { course: "none", completion: "none", gap: "progress", light: "place", forecast: "none" },
  "complete-steps": { course: "steps", completion: "steps", gap: "progress", light: "bands", forecast: "none" },
  answer: { course: "due-date", completion: "answer", gap: "progress", light: "answer", forecast: "none" },
} as const satisfies Readonly<Record<Exclude<Goal["type"], "unset">, GoalRules>>;
