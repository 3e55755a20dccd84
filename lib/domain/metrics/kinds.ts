// The properties of each kind of metric: one row per kind, read by rules and forms.
import { COMPARATORS, type Comparator, type MetricKind, type PlanShape } from "@/lib/domain/targets/types";

interface KindRules {
  /** Its targets have a figure; those of other kinds have steps or an answer. */
  readonly hasFigure: boolean;
  /** Its values are amounts that can be compared, forecast and negative; a place is not one. */
  readonly isMeasured: boolean;
  /** The comparators a target may have, the default first. */
  readonly comparators: readonly [Comparator, ...Comparator[]];
  readonly defaultPlan: PlanShape;
  /** Whether the author of a target chooses the shape of its plan. */
  readonly choosesPlan: boolean;
}

/** Every comparator except that of a rank. */
function comparatorsFrom(first: Comparator): [Comparator, ...Comparator[]] {
  return [first, ...COMPARATORS.filter((comparator) => comparator !== first && comparator !== "within-rank")];
}

const MEASURED = { hasFigure: true, isMeasured: true, comparators: comparatorsFrom("at-least") };
const WITHOUT_FIGURE = {
  hasFigure: false,
  isMeasured: false,
  comparators: comparatorsFrom("equal"),
  choosesPlan: false,
};

export const KIND_RULES: Readonly<Record<MetricKind, KindRules>> = {
  cumulative: { ...MEASURED, defaultPlan: "linear", choosesPlan: true },
  level: { ...MEASURED, defaultPlan: "flat", choosesPlan: true },
  ratio: { ...MEASURED, defaultPlan: "flat", choosesPlan: true },
  growth: { ...MEASURED, defaultPlan: "flat", choosesPlan: false },
  rank: {
    hasFigure: true,
    isMeasured: false,
    comparators: ["within-rank"],
    defaultPlan: "flat",
    choosesPlan: false,
  },
  milestone: { ...WITHOUT_FIGURE, defaultPlan: "milestones" },
  "yes-no": { ...WITHOUT_FIGURE, defaultPlan: "flat" },
};
