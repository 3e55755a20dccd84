// Why a light shows on a day: the assessment's own basis, or the day that overrides it.

import type { Assessment, Decider, LightBasis } from "@/lib/domain/targets/assessment";
import type { Light } from "@/lib/domain/targets/types";

/**
 * The basis of the light that lightOn() gives for an assessment.
 *
 * @param light the light on the day the target is looked at.
 * @param hasReport whether an approved reading counts.
 */
export function explainLight(assessment: Assessment, light: Light, hasReport: boolean): LightBasis {
  return { ...assessment.basis, decider: deciderOn(assessment, light, hasReport) };
}

function deciderOn({ basis, light: assessed }: Assessment, light: Light, hasReport: boolean): Decider {
  if (light === assessed) return basis.decider;
  if (light === "not-started" || light === "no-report") return light;
  if (light === "missed") return hasReport ? "due-passed" : "due-without-report";
  if (light !== "behind" && light !== "far-behind") return basis.decider;
  return basis.formula === "steps" ? "step-overdue" : "periods-missing";
}
