// The properties of each kind of metric: one row per kind, read by rules and forms.
import {
  COMPARATORS,
  type Comparator,
  type Judging,
  type MetricKind,
  type PlanShape,
} from "@/lib/domain/targets/types";

interface KindRules {
  /** Its targets have a figure; those of other kinds have steps or an answer. */
  readonly hasFigure: boolean;
  /** Its values are amounts that can be compared, forecast and negative; a place is not one. */
  readonly isMeasured: boolean;
  /** The comparators a target may have, the default first. */
  readonly comparators: readonly [Comparator, ...Comparator[]];
  readonly defaultPlan: PlanShape;
  /** The plan shapes that the author of a target may choose from; empty where the kind has its own plan. */
  readonly plans: readonly PlanShape[];
  /** How the readings of its targets may count, the default first. */
  readonly judgings: readonly [Judging, ...Judging[]];
}

const RANK_COMPARATORS = ["within-rank", "first-third", "first-half"] as const satisfies Comparator[];

/** Every comparator except those of a rank. */
function comparatorsFrom(first: Comparator): [Comparator, ...Comparator[]] {
  const others: readonly Comparator[] = [first, ...RANK_COMPARATORS];
  return [first, ...COMPARATORS.filter((comparator) => !others.includes(comparator))];
}

const MEASURED = { hasFigure: true, isMeasured: true, comparators: comparatorsFrom("at-least") };
const WITHOUT_FIGURE = { hasFigure: false, isMeasured: false, comparators: comparatorsFrom("equal"), plans: [] };
const STATE_JUDGINGS = ["latest", "every-period", "average", "average-by-days", "best", "end-of-period"] as const;

export const KIND_RULES: Readonly<Record<MetricKind, KindRules>> = {
  cumulative: {
    ...MEASURED,
    defaultPlan: "linear",
    plans: ["linear", "values", "points", "last-year", "flat"],
    judgings: ["latest", "sum-of-years"],
  },
  level: {
    ...MEASURED,
    defaultPlan: "flat",
    plans: ["flat", "linear", "values", "last-year", "points"],
    judgings: STATE_JUDGINGS,
  },
  ratio: {
    ...MEASURED,
    defaultPlan: "flat",
    plans: ["flat", "linear", "values", "last-year", "points"],
    judgings: [...STATE_JUDGINGS, "average-by-denominator"],
  },
  growth: { ...MEASURED, defaultPlan: "flat", plans: ["flat", "values", "last-year"], judgings: STATE_JUDGINGS },
  rank: {
    hasFigure: true,
    isMeasured: false,
    comparators: RANK_COMPARATORS,
    defaultPlan: "flat",
    plans: [],
    judgings: ["latest", "every-period", "best", "end-of-period"],
  },
  milestone: { ...WITHOUT_FIGURE, defaultPlan: "milestones", judgings: ["latest"] },
  "yes-no": { ...WITHOUT_FIGURE, defaultPlan: "flat", judgings: ["latest", "every-period"] },
};
