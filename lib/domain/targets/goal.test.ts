import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { rangeOf, statesFigure } from "@/lib/domain/targets/comparators";
import { goalOf, meetsGoal } from "@/lib/domain/targets/goal";
import { GOAL_RULES } from "@/lib/domain/targets/goal-rules";
import type { Goal } from "@/lib/domain/targets/goal-types";
import { toRevisableTerms } from "@/lib/domain/targets/revisions";
import { validateTerms } from "@/lib/domain/targets/terms";
import {
  COMPARATORS,
  type Comparator,
  DIRECTIONS,
  type Direction,
  JUDGINGS,
  METRIC_KINDS,
  PLAN_SHAPES,
  type TargetTerms,
} from "@/lib/domain/targets/types";
import { aBaseline, aPlan, aTarget } from "@/testing/target-builders";

const D = (value: number | string) => new Decimal(value);
const figure = fc.integer({ min: -20, max: 20 }).map(D);
const STEP = { key: "a", title: "a", titleEn: "a", weight: 1, plannedOn: aTarget().dueOn };

const anyTerms: fc.Arbitrary<TargetTerms> = fc
  .record({
    kind: fc.constantFrom(...METRIC_KINDS),
    direction: fc.constantFrom(...DIRECTIONS),
    comparator: fc.constantFrom(...COMPARATORS),
    orBetter: fc.boolean(),
    tolerance: fc.option(fc.integer({ min: 1, max: 5 }).map(D)),
    judging: fc.constantFrom(...JUDGINGS),
    value: fc.option(figure, { freq: 8 }),
    upperValue: fc.option(figure, { freq: 8 }),
    stretchValue: fc.option(figure),
    baseline: fc.option(figure.map((value) => ({ ...aBaseline(0), value }))),
    plan: fc
      .record({ shape: fc.constantFrom(...PLAN_SHAPES), value: figure })
      .map(({ shape, value }) => aPlan({ shape, values: [{ on: aTarget().startOn, value }] })),
    steps: fc.constantFrom([], [STEP]),
  })
  .map((changes) => aTarget(changes));

function isValid(terms: TargetTerms): boolean {
  return Object.keys(validateTerms(toRevisableTerms(terms), { ...terms, citesSource: true })).length === 0;
}

test("every valid combination of terms has exactly one goal, and it is set", () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      fc.pre(isValid(terms) && (terms.kind !== "milestone" || terms.steps.length > 0));
      const goal = goalOf(terms, 13);
      expect(Object.keys(GOAL_RULES)).toContain(goal.type);
      expect(goalOf({ ...terms }, 13)).toEqual(goal);
    }),
    { numRuns: 2000 },
  );
});

test("a goal without its figure or steps names what is missing", () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const goal = goalOf({ ...terms, value: null, steps: [] });
      const isShare = terms.kind === "rank" && !statesFigure(terms.comparator);
      if (isShare) expect(goal).toMatchObject({ reason: "no-peers" });
      else if (terms.kind === "yes-no") expect(goal.type).toBe("answer");
      else expect(goal).toMatchObject({ reason: terms.kind === "milestone" ? "no-steps" : "no-target-value" });
    }),
  );
  expect(goalOf(aTarget({ comparator: "between", upperValue: null })).type).toBe("unset");
  expect(goalOf(aTarget({ value: D("NaN") })).type).toBe("unset");
});

describe("goalOf", () => {
  const level = (changes: Partial<TargetTerms>) => aTarget({ kind: "level", baseline: aBaseline(40), ...changes });
  const growth = (changes: Partial<TargetTerms>) => aTarget({ kind: "growth", ...changes });
  const byValues = (value: number) =>
    aPlan({ shape: "values", values: [{ on: isoDate("2023-02-28"), value: D(value) }] });
  it.each([
    ["a total of at least 100", aTarget(), "climb-to"],
    ["a total of at least 0", aTarget({ value: D(0) }), "stay-above"],
    ["a total of at most 100", aTarget({ comparator: "at-most" }), "total-below"],
    ["zero accidents", aTarget({ comparator: "equal", value: D(0) }), "total-below"],
    ["a total between two figures", aTarget({ comparator: "between", upperValue: D(120) }), "total-within"],
    ["exactly 88 projects", aTarget({ comparator: "equal", value: D(88) }), "total-within"],
    ["88 projects or more", aTarget({ comparator: "equal", orBetter: true, value: D(88) }), "climb-to"],
    ["a net total of about 0", aTarget({ comparator: "about", value: D(0), tolerance: D(2) }), "total-within"],
    ["a level that rises from its baseline", level({}), "climb-to"],
    ["a level that rises to about 100", level({ comparator: "about" }), "climb-to"],
    ["a level of about 40 that is there already", level({ comparator: "about", value: D(41) }), "stay-within"],
    ["a level of which every month must hold", level({ judging: "every-period" }), "stay-above"],
    ["a level judged by its average", level({ judging: "average" }), "stay-above"],
    ["a level judged at the end of the period", level({ judging: "end-of-period" }), "climb-to"],
    ["a level that falls from its baseline", level({ comparator: "at-most", value: D(30) }), "climb-to"],
    ["a level already at its figure", level({ value: D(40) }), "stay-above"],
    ["a level already under its limit", level({ comparator: "at-most" }), "stay-below"],
    ["a level without a baseline", level({ baseline: null }), "stay-above"],
    ["a level with a flat plan", level({ plan: aPlan({ shape: "flat" }) }), "stay-above"],
    ["a level by yearly values on its way", level({ plan: byValues(60) }), "climb-to"],
    ["an average of the year to date that starts high", level({ plan: byValues(150) }), "follow-course"],
    ["a growth rate by values", growth({ plan: byValues(5) }), "follow-course"],
    ["a total by values", aTarget({ plan: byValues(60) }), "climb-to"],
    ["a level between two figures", level({ comparator: "between", upperValue: D(120) }), "stay-within"],
    ["a growth rate of at least 8 %", growth({ value: D(8) }), "stay-above"],
    ["a growth rate of at most 3 %", growth({ comparator: "at-most", value: D(3) }), "stay-below"],
    ["a growth rate of about 3 %", growth({ comparator: "about", value: D(3) }), "stay-within"],
    ["a rank", aTarget({ kind: "rank", comparator: "within-rank", value: D(2) }), "reach-rank"],
    ["a milestone", aTarget({ kind: "milestone", steps: [STEP] }), "complete-steps"],
    ["a yes-no", aTarget({ kind: "yes-no", value: null }), "answer"],
  ])("%s", (_name, terms, type) => {
    expect(goalOf(terms).type).toBe(type);
  });
});

/** Whether each of the values meets a level of 100, up to 110, with this comparator. */
function meets(
  comparator: Comparator,
  values: readonly number[],
  direction: Direction = "increase",
  changes: Partial<TargetTerms> = {},
) {
  const goal = goalOf(aTarget({ kind: "level", comparator, direction, upperValue: D(110), ...changes }));
  return values.map((value) => {
    const met = meetsGoal(goal, D(value));
    return met.known && met.value;
  });
}

describe("meetsGoal", () => {
  it("compares with the figure by the comparator", () => {
    expect(meets("at-least", [99, 100, 101])).toEqual([false, true, true]);
    expect(meets("more-than", [99, 100, 101])).toEqual([false, false, true]);
    expect(meets("at-most", [99, 100, 101])).toEqual([true, true, false]);
    expect(meets("less-than", [99, 100, 101])).toEqual([true, false, false]);
    expect(meets("between", [99, 100, 110, 111])).toEqual([false, true, true, false]);
  });

  it("reads equal and about as a band around the figure, whatever the metric's direction", () => {
    for (const direction of DIRECTIONS) {
      expect(meets("equal", [99, 100, 101], direction)).toEqual([false, true, false]);
      expect(meets("about", [94, 95, 100, 105, 106], direction)).toEqual([false, true, true, true, false]);
    }
  });

  it("accepts the metric's better side where the terms say so", () => {
    const better = { orBetter: true };
    expect(meets("equal", [99, 100, 101], "increase", better)).toEqual([false, true, true]);
    expect(meets("equal", [99, 100, 101], "decrease", better)).toEqual([true, true, false]);
    expect(meets("about", [94, 95, 100, 200], "increase", better)).toEqual([false, true, true, true]);
    expect(meets("about", [0, 100, 105, 106], "decrease", better)).toEqual([true, true, true, false]);
    expect(meets("at-least", [99, 100], "decrease", better)).toEqual([false, true]);
  });

  it("takes the tolerance of the terms, in the metric's unit", () => {
    expect(meets("about", [89, 90, 110, 111], "increase", { tolerance: D(10) })).toEqual([false, true, true, false]);
    expect(meets("equal", [99, 100, 101], "increase", { tolerance: D(10) })).toEqual([false, true, false]);
  });

  it("accepts only zero for equal to 0", () => {
    const zero = goalOf(aTarget({ comparator: "equal", value: D(0) }));
    expect([-1, 0, 1].map((value) => meetsGoal(zero, D(value)))).toMatchObject([
      { value: false },
      { value: true },
      { value: false },
    ]);
  });

  it("rejects values that are not a valid rank or not finite", () => {
    const rank = goalOf(aTarget({ kind: "rank", comparator: "within-rank", value: D(2) }));
    for (const place of ["0", "1.5", "-1", "NaN", "Infinity"]) {
      expect(meetsGoal(rank, D(place))).toEqual({ known: false, reason: "out-of-range" });
    }
    expect(meetsGoal(goalOf(aTarget({ value: null })), D(1))).toEqual({ known: false, reason: "no-target-value" });
  });
});

const MIRRORED: Partial<Record<Comparator, Comparator>> = {
  "at-least": "at-most",
  "more-than": "less-than",
  "at-most": "at-least",
  "less-than": "more-than",
};
const MIRRORED_GOALS: Partial<Record<Goal["type"], Goal["type"]>> = {
  "stay-above": "stay-below",
  "stay-below": "stay-above",
};

test("floors and limits of a level mirror each other: figures negated, directions swapped", () => {
  fc.assert(
    fc.property(anyTerms, figure, (any, value) => {
      const terms = { ...any, kind: any.kind === "growth" ? ("growth" as const) : ("level" as const) };
      fc.pre(isValid(terms) && terms.value?.isZero() === false);
      const mirror: TargetTerms = {
        ...terms,
        comparator: MIRRORED[terms.comparator] ?? terms.comparator,
        direction: terms.direction === "increase" ? "decrease" : "increase",
        value: terms.value?.negated() ?? null,
        upperValue: terms.upperValue?.negated() ?? null,
        plan: aPlan({
          shape: terms.plan.shape,
          values: terms.plan.values.map((point) => ({ ...point, value: point.value.negated() })),
        }),
        baseline: terms.baseline && { ...terms.baseline, value: terms.baseline.value.negated() },
      };
      const [goal, mirrored] = [goalOf(terms), goalOf(mirror)];
      expect(mirrored.type).toBe(MIRRORED_GOALS[goal.type] ?? goal.type);
      expect(meetsGoal(mirrored, value.negated())).toEqual(meetsGoal(goal, value));
    }),
    { numRuns: 2000 },
  );
});

test("a range has its lower end first, in whatever order its ends are given", () => {
  fc.assert(
    fc.property(fc.constantFrom("cumulative" as const, "level" as const), figure, figure, (kind, one, other) => {
      const range = rangeOf(aTarget({ kind, comparator: "between", value: one, upperValue: other }));
      expect(range).toEqual({ low: Decimal.min(one, other), high: Decimal.max(one, other) });
    }),
  );
  expect(rangeOf(aTarget())).toBeNull();
});

test("a goal without an expected share has no completion either", () => {
  for (const rules of Object.values(GOAL_RULES)) {
    if (rules.course === "none") expect(rules.completion).toBe("none");
  }
});
