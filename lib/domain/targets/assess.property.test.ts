import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import { assessTarget, latestReading } from "@/lib/domain/targets/assess";
import { GAP_MEASURES, type RuleSet } from "@/lib/domain/targets/assessment";
import { betterWay } from "@/lib/domain/targets/comparators";
import { goalOf, meetsGoal } from "@/lib/domain/targets/goal";
import type { Goal } from "@/lib/domain/targets/goal-types";
import { DEFAULT_RULES, RULED_KINDS, STRICT_RULES } from "@/lib/domain/targets/rule-sets";
import { lightOn } from "@/lib/domain/targets/standing";
import type { Light, Plan, PlanShape, Reading, TargetTerms } from "@/lib/domain/targets/types";
import {
  COMPARATORS,
  DIRECTIONS,
  JUDGINGS,
  METRIC_KINDS,
  PLAN_SHAPES,
  TARGET_STATES,
  VERDICTS,
} from "@/lib/domain/targets/types";
import { aPlan, aReading, aTarget } from "@/testing/target-builders";

const decimal = fc.oneof(
  fc.integer({ min: -20, max: 20 }).map((n) => new Decimal(n)),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => new Decimal(n)),
  fc.constantFrom("0", "-0", "1e-30", "1e300", "-1e300", "1e400", "NaN", "Infinity").map((text) => new Decimal(text)),
);
const maybeDecimal = fc.option(decimal, { freq: 6 });
const day = fc.integer({ min: -40, max: 420 }).map((days): IsoDate => addDays(isoDate("2023-01-01"), days));
const step = fc.record({ key: fc.constantFrom("a", "b", "c"), weight: fc.integer({ min: 0, max: 5 }), plannedOn: day });

const anyTerms: fc.Arbitrary<TargetTerms> = fc
  .record({
    kind: fc.constantFrom(...METRIC_KINDS),
    direction: fc.constantFrom(...DIRECTIONS),
    comparator: fc.constantFrom(...COMPARATORS),
    orBetter: fc.boolean(),
    tolerance: fc.option(fc.integer({ min: 0, max: 9 }).map((n) => new Decimal(n))),
    judging: fc.constantFrom(...JUDGINGS),
    value: maybeDecimal,
    upperValue: maybeDecimal,
    stretchValue: maybeDecimal,
    baseline: fc.option(decimal.map((value) => ({ value, year: 2022, origin: "printed" as const }))),
    dueOn: day,
    plan: fc.record({
      shape: fc.constantFrom(...PLAN_SHAPES),
      points: fc.array(fc.record({ on: day, ratio: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 4 }),
      values: fc.array(fc.record({ on: day, value: fc.integer({ min: -99, max: 99 }).map((n) => new Decimal(n)) }), {
        maxLength: 4,
      }),
      mergeJanuaryFebruary: fc.boolean(),
    }),
    steps: fc.array(
      step.map((s) => ({ ...s, title: s.key, titleEn: s.key })),
      { maxLength: 3 },
    ),
    state: fc.constantFrom(...TARGET_STATES),
    verdict: fc.option(fc.constantFrom(...VERDICTS), { freq: 1 }),
  })
  .map((changes) => aTarget({ ...changes, verdict: changes.state === "closed" ? changes.verdict : null }));

const anyReading: fc.Arbitrary<Reading> = fc.record({
  asOf: day,
  value: maybeDecimal,
  numerator: maybeDecimal,
  denominator: maybeDecimal,
  completedSteps: fc.array(fc.record({ key: fc.constantFrom("a", "b", "x"), doneOn: day }), { maxLength: 3 }),
});

const anyReadings = fc.array(anyReading, { maxLength: 4 });

/** The presets, or any bounds in any measure for each kind. */
const threeBounds = fc
  .uniqueArray(fc.integer({ min: -40, max: 40 }), { minLength: 3, maxLength: 3 })
  .map((bounds) => bounds.sort((one, other) => other - one))
  .map(([aheadFrom = 0, onTrackFrom = 0, behindFrom = 0]) => ({ aheadFrom, onTrackFrom, behindFrom }));
const kindBounds = fc
  .tuple(threeBounds, fc.constantFrom(...GAP_MEASURES))
  .map(([bounds, measure]) => ({ ...bounds, measure }));
const ownRules = fc
  .record({ general: threeBounds, kinds: fc.dictionary(fc.constantFrom(...RULED_KINDS), kindBounds) })
  .map(({ general, kinds }): RuleSet => ({ key: "custom", ...general, kinds }));
const anyRules = fc.oneof(fc.constantFrom(DEFAULT_RULES, STRICT_RULES), ownRules);

const GREENS: readonly Light[] = ["achieved", "ahead", "on-track"];
const ORDER: readonly Light[] = ["far-behind", "behind", "on-track", "ahead", "achieved"];

describe("assessTarget with any input", () => {
  it("never returns NaN, Infinity or −0, nor a light that depends on the day", () => {
    fc.assert(
      fc.property(anyTerms, anyReadings, anyRules, (terms, readings, rules) => {
        const { completionRatio, expectedRatio, gapPoints, gapValue, judgedValue, light } = assessTarget(
          terms,
          readings,
          rules,
        );
        for (const number of [completionRatio, expectedRatio, gapPoints]) {
          if (!number.known) continue;
          expect(Number.isFinite(number.value)).toBe(true);
          expect(Object.is(number.value, -0)).toBe(false);
        }
        for (const number of [gapValue, judgedValue]) if (number.known) expect(number.value.isFinite()).toBe(true);
        if (light === "not-started") expect([terms.state, readings.length]).toEqual(["issued", 0]);
        if (terms.verdict === null) expect(light).not.toBe("missed");
      }),
      { numRuns: 2000 },
    );
  });

  it("is never green unless met or, before the due date, within the plan's band", () => {
    fc.assert(
      fc.property(anyTerms, anyReadings, (terms, readings) => {
        const { gapPoints, gapValue, met, light } = assessTarget(terms, readings, STRICT_RULES);
        if (terms.verdict !== null) expect(GREENS.includes(light)).toBe(terms.verdict === "completed");
        if (!GREENS.includes(light) || terms.verdict !== null) return;
        const reading = latestReading(readings);
        expect(reading).not.toBeNull();
        expect(met.known).toBe(true);
        if (!met.known || met.value) return;
        expect(light).not.toBe("achieved");
        expect(reading !== null && reading.asOf < terms.dueOn).toBe(true);
        if (terms.kind === "yes-no") return;
        const gap = gapPoints.known ? gapPoints : gapValue;
        // A figure of 1e300 rounds a gap of 1 to 0 %.
        expect(gap.known && Number(gap.value) >= -1e-9 * Math.abs(Number(terms.value) || 0)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("is never green on the due date or later when the promise is broken", () => {
    fc.assert(
      fc.property(anyTerms, anyReadings, anyRules, (terms, readings, rules) => {
        const latest = latestReading(readings);
        fc.pre(latest !== null && latest.asOf >= terms.dueOn && terms.verdict === null);
        const { met, light } = assessTarget(terms, readings, rules);
        if (met.known && !met.value) expect(GREENS).not.toContain(light);
      }),
      { numRuns: 2000 },
    );
  });
});

it("never improves a light by silence: a period that was not reported is no better than one that was kept", () => {
  const months = ["2023-01-31", "2023-02-28", "2023-03-31", "2023-04-30"].map(isoDate);
  const judgings = fc.constantFrom(...JUDGINGS.filter((judging) => judging !== "average-by-denominator"));
  const values = fc.array(fc.integer({ min: 60, max: 130 }), { minLength: 4, maxLength: 4 });
  const comparator = fc.constantFrom("at-least" as const, "at-most" as const);
  fc.assert(
    fc.property(
      judgings,
      comparator,
      values,
      fc.integer({ min: 0, max: 2 }),
      anyRules,
      (judging, how, numbers, hidden, rules) => {
        const terms = aTarget({ kind: "level", comparator: how, judging });
        const readings = months.map((asOf, index) => ({
          ...aReading(asOf, 0),
          value: new Decimal(index === hidden ? 100 : (numbers[index] ?? 0)),
        }));
        const rank = (some: readonly Reading[]) => ORDER.indexOf(assessTarget(terms, some, rules).light);
        expect(rank(readings.filter((_, index) => index !== hidden))).toBeLessThanOrEqual(rank(readings));
      },
    ),
  );
});

it("never improves a light by waiting", () => {
  const standing = fc.record({
    light: fc.constantFrom<Light>("ahead", "on-track", "behind", "far-behind", "achieved", "no-report", "unset"),
    met: fc.option(fc.boolean()),
    startOn: fc.constant(isoDate("2023-01-01")),
    dueOn: fc.constant(isoDate("2023-12-31")),
    behindFrom: fc.option(day),
    farBehindFrom: fc.option(day),
    nextReportOpensOn: fc.option(day),
    hasValue: fc.boolean(),
  });
  fc.assert(
    fc.property(standing, day, day, (inputs, one, other) => {
      const [earlier, later] = one < other ? [one, other] : [other, one];
      fc.pre(earlier >= inputs.startOn && (inputs.light !== "achieved" || inputs.met === true));
      const order: readonly Light[] = ["missed", ...ORDER];
      const rank = (today: IsoDate) => order.indexOf(lightOn(inputs, today));
      if (rank(earlier) >= 0) expect(rank(later)).toBeLessThanOrEqual(rank(earlier));
    }),
  );
});

function isMoreBetter(goal: Goal): boolean {
  return goal.type !== "unset" && goal.limits.some(({ operator }) => operator.startsWith(">"));
}

const SIMPLE_PLANS = {
  linear: fc.constant(aPlan()),
  flat: fc.constant(aPlan({ shape: "flat" })),
  milestones: fc.constant(aPlan({ shape: "milestones" })),
};

/** Up to three planned values, by date. */
function plannedOn<T>(planned: fc.Arbitrary<T>): fc.Arbitrary<[IsoDate, T][]> {
  return fc
    .uniqueArray(fc.tuple(day, planned), { minLength: 1, maxLength: 3, selector: ([on]) => on })
    .map((points) => points.toSorted(([earlier], [later]) => (earlier < later ? -1 : 1)));
}

it("never gives a better value a worse light, whatever the plan, the judging and the readings before", () => {
  const byPoints = (shape: "points" | "last-year") =>
    plannedOn(fc.double({ min: 0, max: 1, noNaN: true })).map((points) =>
      aPlan({ shape, points: points.map(([on, ratio]) => ({ on, ratio })) }),
    );
  const plans: Readonly<Record<PlanShape, fc.Arbitrary<Plan>>> = {
    ...SIMPLE_PLANS,
    points: byPoints("points"),
    "last-year": byPoints("last-year"),
    values: plannedOn(fc.integer({ min: -20, max: 20 })).map((values) =>
      aPlan({ shape: "values", values: values.map(([on, planned]) => ({ on, value: new Decimal(planned) })) }),
    ),
  };
  const kinds = fc.constantFrom(
    "cumulative" as const,
    "level" as const,
    "growth" as const,
    "ratio" as const,
    "rank" as const,
  );
  const inForce = kinds.chain((kind) => {
    const { comparators, judgings, plans: shapes, defaultPlan } = KIND_RULES[kind];
    return fc.record({
      kind: fc.constant(kind),
      direction: fc.constantFrom(...DIRECTIONS),
      comparator: fc.constantFrom(...comparators.filter((comparator) => comparator !== "between")),
      orBetter: fc.boolean(),
      value: fc.integer({ min: -20, max: 20 }).map((n) => new Decimal(n)),
      stretchValue: fc.option(fc.integer({ min: 1, max: 5 }).map((n) => new Decimal(n))),
      baseline: fc.option(
        fc
          .integer({ min: -20, max: 20 })
          .map((n) => ({ value: new Decimal(n), year: 2022, origin: "printed" as const })),
      ),
      judging: fc.constantFrom(...judgings),
      plan: fc.constantFrom(defaultPlan, ...shapes).chain((shape) => plans[shape]),
    });
  });
  const value = fc.double({ min: -40, max: 40, noNaN: true });
  const before = fc.array(fc.tuple(day, value), { maxLength: 3 });
  fc.assert(
    fc.property(inForce, before, value, value, day, anyRules, (changes, earlier, one, other, asOf, rules) => {
      const terms = aTarget(changes);
      fc.pre(betterWay(terms) !== "both" || terms.kind === "rank");
      const toValue = (n: number) => new Decimal(terms.kind === "rank" ? Math.ceil(Math.abs(n)) + 1 : n);
      const rankOf = (n: number) => {
        const readings = [...earlier.filter(([on]) => on < asOf), [asOf, n] as const];
        const reported = readings.map(([on, number]) => ({ ...aReading(on, null), value: toValue(number) }));
        return ORDER.indexOf(assessTarget(terms, reported, rules).light);
      };
      const [low, high] = toValue(one).lte(toValue(other)) ? [one, other] : [other, one];
      const [worse, better] = isMoreBetter(goalOf(terms)) ? [low, high] : [high, low];
      expect(rankOf(better)).toBeGreaterThanOrEqual(rankOf(worse));
    }),
    { numRuns: 3000 },
  );
});

it("never gives more completed steps a worse light", () => {
  const plannedSteps = fc.array(
    fc.record({ weight: fc.integer({ min: 1, max: 9 }), plannedOn: day, isDone: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  fc.assert(
    fc.property(plannedSteps, day, fc.nat(4), anyRules, (planned, asOf, more, rules) => {
      const steps = planned.map((one, index) => ({ ...one, key: String(index), title: "", titleEn: "" }));
      const terms = aTarget({ kind: "milestone", plan: aPlan({ shape: "milestones" }), steps });
      const rank = (done: readonly { key: string }[]) => {
        const completedSteps = done.map(({ key }) => ({ key, doneOn: asOf }));
        return ORDER.indexOf(assessTarget(terms, [aReading(asOf, null, { completedSteps })], rules).light);
      };
      const before = steps.filter(({ isDone }) => isDone);
      const after = steps.filter(({ isDone }, index) => isDone || index === more % steps.length);
      expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
    }),
    { numRuns: 2000 },
  );
});

it("never gives a value farther from a band a better light", () => {
  const bands = fc.record({
    kind: fc.constantFrom("cumulative", "level", "growth", "ratio"),
    comparator: fc.constantFrom("equal", "about", "between"),
    value: fc.integer({ min: -20, max: 20 }).map((n) => new Decimal(n)),
    upperValue: fc.integer({ min: -20, max: 40 }).map((n) => new Decimal(n)),
    tolerance: fc.option(fc.integer({ min: 0, max: 5 }).map((n) => new Decimal(n))),
  });
  const distance = fc.integer({ min: 0, max: 400 }).map((n) => new Decimal(n).div(10));
  fc.assert(
    fc.property(bands, fc.boolean(), distance, distance, day, anyRules, (changes, isAbove, one, other, asOf, rules) => {
      const terms = aTarget(changes);
      const goal = goalOf(terms);
      const edge = goal.type === "unset" ? undefined : goal.limits.at(isAbove ? -1 : 0);
      if (edge === undefined) throw new Error("a band has two edges");
      const rankOf = (away: Decimal) => {
        const value = isAbove ? edge.figure.plus(away) : edge.figure.minus(away);
        return ORDER.indexOf(assessTarget(terms, [{ ...aReading(asOf, 0), value }], rules).light);
      };
      const [near, far] = one.lte(other) ? [one, other] : [other, one];
      if (isAbove || terms.kind !== "cumulative") expect(rankOf(far)).toBeLessThanOrEqual(rankOf(near));
    }),
    { numRuns: 3000 },
  );
});

it("is achieved on the due date exactly when the goal is met", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...COMPARATORS),
      fc.integer({ min: -50, max: 150 }),
      anyRules,
      (comparator, n, rules) => {
        const terms = aTarget({ comparator, upperValue: new Decimal(120) });
        const value = new Decimal(n);
        const reading = { asOf: terms.dueOn, value, numerator: null, denominator: null, completedSteps: [] };
        const met = meetsGoal(goalOf(terms), value);
        const { light } = assessTarget(terms, reading === null ? [] : [reading], rules);
        expect(light).toBe(met.known && met.value ? "achieved" : "far-behind");
      },
    ),
  );
});
