// By what targets are counted and reported together.
import { LABEL_KINDS, type LabelKind } from "./labels";

/** A target has one department and at most one section, but may have several topics, plans and categories. */
export const GROUPINGS = ["department", "plan", "topic", "category", "section"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The most groups that the overview shows unless all are requested. */
export const MOST_GROUPS = 10;

/** The group of the targets that have no plan (topic, category, section), and the value of the filter that lists them. */
export const NO_GROUP = "none";

/** Whether a target may be in several of these groups, and counts in each. */
export function mayOverlap(by: Grouping): by is LabelKind {
  return LABEL_KINDS.some((kind) => kind === by);
}
