import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";
import { assessTarget } from "@/lib/domain/targets/assess";
import { type Goal, goalOf, meetsGoal } from "@/lib/domain/targets/goal";
import { DEFAULT_RULES, STRICT_RULES } from "@/lib/domain/targets/rule-sets";
import type { Light, Reading, TargetTerms } from "@/lib/domain/targets/types";
import {
  COMPARATORS,
  DIRECTIONS,
  METRIC_KINDS,
  PLAN_SHAPES,
  TARGET_STATES,
  VERDICTS,
} from "@/lib/domain/targets/types";
import { aPlan, aTarget } from "@/testing/target-builders";

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
    value: maybeDecimal,
    upperValue: maybeDecimal,
    stretchValue: maybeDecimal,
    baseline: fc.option(decimal.map((value) => ({ value, year: 2022, origin: "printed" as const }))),
    dueOn: day,
    plan: fc.record({
      shape: fc.constantFrom(...PLAN_SHAPES),
      points: fc.array(fc.record({ on: day, ratio: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 4 }),
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

const GREENS: readonly Light[] = ["achieved", "ahead", "on-track"];
const ORDER: readonly Light[] = ["far-behind", "behind", "on-track", "ahead", "achieved"];

describe("assessTarget with any input", () => {
  it("never returns NaN, Infinity or −0, nor a light that depends on the day", () => {
    fc.assert(
      fc.property(anyTerms, fc.option(anyReading), (terms, reading) => {
        const { completionRatio, expectedRatio, gapPoints, light } = assessTarget(terms, reading, DEFAULT_RULES);
        for (const number of [completionRatio, expectedRatio, gapPoints]) {
          if (!number.known) continue;
          expect(Number.isFinite(number.value)).toBe(true);
          expect(Object.is(number.value, -0)).toBe(false);
        }
        expect(light).not.toBe("not-started");
        if (terms.verdict === null) expect(light).not.toBe("missed");
      }),
      { numRuns: 2000 },
    );
  });

  it("is never green unless met or, before the due date, within the plan's band", () => {
    fc.assert(
      fc.property(anyTerms, fc.option(anyReading), (terms, reading) => {
        const { gapPoints, met, light } = assessTarget(terms, reading, STRICT_RULES);
        if (terms.verdict !== null) expect(GREENS.includes(light)).toBe(terms.verdict === "completed");
        if (!GREENS.includes(light) || terms.verdict !== null) return;
        expect(reading).not.toBeNull();
        expect(met.known).toBe(true);
        if (!met.known || met.value) return;
        expect(light).not.toBe("achieved");
        expect(reading !== null && reading.asOf < terms.dueOn).toBe(true);
        if (terms.kind !== "yes-no") expect(gapPoints.known && gapPoints.value >= 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

/** "Equal to 0" without a side: values on both sides of it are worse. */
function isZeroWithoutSide({ comparator, value, direction, baseline, kind }: TargetTerms): boolean {
  const isZero = (comparator === "equal" || comparator === "about") && value?.isZero() === true;
  return isZero && direction === "increase" && (baseline === null || (kind !== "level" && kind !== "ratio"));
}

function isMoreBetter(goal: Goal): boolean {
  return goal.type !== "unset" && goal.limits.some(({ operator }) => operator.startsWith(">"));
}

it("never gives a better value a worse light", () => {
  const inForce = fc.record({
    kind: fc.constantFrom("cumulative", "level", "growth", "ratio", "rank"),
    direction: fc.constantFrom(...DIRECTIONS),
    comparator: fc.constantFrom(...COMPARATORS.filter((comparator) => comparator !== "between")),
    value: fc.integer({ min: -20, max: 20 }).map((n) => new Decimal(n)),
    stretchValue: fc.option(fc.integer({ min: 1, max: 5 }).map((n) => new Decimal(n))),
    baseline: fc.option(
      fc.integer({ min: -20, max: 20 }).map((n) => ({ value: new Decimal(n), year: 2022, origin: "printed" as const })),
    ),
    plan: fc.constantFrom(aPlan(), aPlan({ shape: "flat" })),
  });
  const value = fc.double({ min: -40, max: 40, noNaN: true });
  fc.assert(
    fc.property(inForce, value, value, day, (changes, one, other, asOf) => {
      const terms = aTarget(changes as Partial<TargetTerms>);
      fc.pre(!isZeroWithoutSide(terms));
      const toValue = (n: number) => new Decimal(terms.kind === "rank" ? Math.ceil(Math.abs(n)) + 1 : n);
      const rankOf = (n: number) => {
        const reading = { asOf, value: toValue(n), numerator: null, denominator: null, completedSteps: [] };
        return ORDER.indexOf(assessTarget(terms, reading, DEFAULT_RULES).light);
      };
      const [low, high] = toValue(one).lte(toValue(other)) ? [one, other] : [other, one];
      const [worse, better] = isMoreBetter(goalOf(terms)) ? [low, high] : [high, low];
      expect(rankOf(better)).toBeGreaterThanOrEqual(rankOf(worse));
    }),
    { numRuns: 3000 },
  );
});

it("is achieved on the due date exactly when the goal is met", () => {
  fc.assert(
    fc.property(fc.constantFrom(...COMPARATORS), fc.integer({ min: -50, max: 150 }), (comparator, n) => {
      const terms = aTarget({ comparator, upperValue: new Decimal(120) });
      const value = new Decimal(n);
      const reading = { asOf: terms.dueOn, value, numerator: null, denominator: null, completedSteps: [] };
      const met = meetsGoal(goalOf(terms), value);
      const { light } = assessTarget(terms, reading, DEFAULT_RULES);
      expect(light).toBe(met.known && met.value ? "achieved" : "far-behind");
    }),
  );
});
