// The answer to "has it reported?", the same on every surface.
import type { Freshness, Light, TargetState } from "@/lib/domain/targets/types";

/** `not-needed`: 无需报送; `none`: 未报送. */
export type ReportState = "reported" | "not-needed" | "none";

interface ReportInputs {
  readonly light: Light;
  readonly freshness: Freshness;
  readonly hasValue: boolean;
}

/**
 * Without an approved report, a target that has no figure or steps, is not issued, not received, withdrawn or has not
 * begun needs none; every other target has not reported.
 */
export function reportStateOf({ light, freshness, hasValue }: ReportInputs): ReportState {
  if (hasValue) return "reported";
  const isJudged = light !== "unset" && light !== "not-started";
  return freshness === "not-expected" && !isJudged ? "not-needed" : "none";
}

/** Whether reports could be missed: drafts, and targets before their receipt, accept none. */
export function acceptedReports(state: TargetState): boolean {
  return state !== "draft" && state !== "issued";
}
