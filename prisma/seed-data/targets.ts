// Every commitment of the page, in the order of its codes: A quantified, B left open, C milestones.
import { otherMilestones } from "@/prisma/seed-data/targets/milestones-others";
import { scienceMilestones } from "@/prisma/seed-data/targets/milestones-science";
import { openTargets } from "@/prisma/seed-data/targets/open";
import { otherQuantifiedTargets } from "@/prisma/seed-data/targets/quantified-others";
import { transportTargets } from "@/prisma/seed-data/targets/quantified-transport";
import type { SeedTarget } from "@/prisma/seed-data/types";

export const seedTargets: readonly SeedTarget[] = [
  ...transportTargets,
  ...otherQuantifiedTargets,
  ...openTargets,
  ...scienceMilestones,
  ...otherMilestones,
];
