import { isStaleGreen } from "@/lib/domain/targets/standing";
import type { Freshness, Light } from "@/lib/domain/targets/types";

/** The shape of each light: readable in grey print and to the colour-blind. */
export const LIGHT_SHAPES: Readonly<Record<Light, string>> = {
  achieved: "✓",
  ahead: "▲",
  "on-track": "●",
  behind: "◆",
  "far-behind": "■",
  missed: "✕",
  "not-started": "–",
  "no-report": "○",
  unset: "□",
};

/** A green that is too old to count as one has a shape of its own, so that grey print and the colour-blind see it too. */
const LATE_SHAPES: Readonly<Partial<Record<Light, string>>> = { achieved: "◎", ahead: "△", "on-track": "◐" };

/** The shape a light shows with a report of that freshness. */
export function lightShape(light: Light, freshness: Freshness): string {
  return (isStaleGreen(light, freshness) ? LATE_SHAPES[light] : undefined) ?? LIGHT_SHAPES[light];
}
