import type { Light } from "@/lib/domain/targets/types";

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
