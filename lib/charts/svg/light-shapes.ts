import { isStaleGreen } from "@/lib/domain/targets/standing";
import type { Freshness, Light } from "@/lib/domain/targets/types";

/** The shape of each light, readable in grey print and by colour-blind readers. */
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

/** A stale green light has a distinct shape, for grey print and colour-blind readers. */
const LATE_SHAPES: Readonly<Partial<Record<Light, string>>> = { achieved: "◎", ahead: "△", "on-track": "◐" };

/** The shape of a light with a report of that freshness. */
export function lightShape(light: Light, freshness: Freshness): string {
  return (isStaleGreen(light, freshness) ? LATE_SHAPES[light] : undefined) ?? LIGHT_SHAPES[light];
}
