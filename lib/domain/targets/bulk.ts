// The steps that the office or a department takes for many targets at once.
import type { MissingForIssue } from "@/lib/domain/targets/life-cycle";
import type { Freshness, Light, TargetState, Verdict } from "@/lib/domain/targets/types";

export const BULK_STEPS = ["issue", "receive", "close", "carry-over", "revise", "label", "send-slip"] as const;
export type BulkStep = (typeof BULK_STEPS)[number];

/** The states from which each step departs. */
export const BULK_STATES: Readonly<Record<BulkStep, readonly TargetState[]>> = {
  issue: ["draft"],
  receive: ["issued"],
  close: ["received"],
  "carry-over": ["received", "closed"],
  revise: ["draft", "issued", "received"],
  label: ["draft", "issued", "received", "closed"],
  "send-slip": ["issued", "received"],
};

/** One transaction writes all. */
export const MOST_AT_ONCE = 300;

/** Why a step is not possible for a target. */
export type BulkObstacle = MissingForIssue | "reports-wait" | "requests-wait" | "owner-closed" | "carried-over";

/** The verdict that the light proves; null where a person decides. */
export function proposeVerdict(light: Light): Verdict | null {
  if (light === "achieved") return "completed";
  return light === "missed" ? "not-completed" : null;
}

const SLIP_LIGHTS: readonly Light[] = ["behind", "far-behind", "missed"];

/** Whether a slip is proposed: the report is late, or the light is behind schedule. */
export function proposesSlip(light: Light, freshness: Freshness): boolean {
  return SLIP_LIGHTS.includes(light) || freshness === "late" || freshness === "never";
}

const LONGEST_CODE = 39;

/** The code of the following year: its year replaced, or the new one added. NT-T01 → NT-T01-2024, T2023-001 → T2024-001. */
export function proposeCode(code: string, year: number, nextYear: number, isTaken: (code: string) => boolean): string {
  const replaced = code.replace(new RegExp(`(?<!\\d)${year}(?!\\d)`), String(nextYear));
  const base = replaced === code ? `${code.slice(0, LONGEST_CODE - 5)}-${nextYear}` : replaced;
  if (!isTaken(base)) return base;
  for (let number = 2; ; number += 1) {
    const marked = `${base.slice(0, LONGEST_CODE - 4)}-${number}`;
    if (!isTaken(marked)) return marked;
  }
}
