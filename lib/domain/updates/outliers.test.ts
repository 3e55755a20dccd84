import fc from "fast-check";
import { expect, test } from "vitest";
import { findOutliers } from "@/lib/domain/updates/outliers";
import { aReading, aTarget } from "@/testing/target-builders";

const NO_COMPLETION = { completionRatio: null, unit: "个" };
const MONTH_ENDS = ["2023-01-31", "2023-02-28", "2023-03-31", "2023-04-30", "2023-05-31", "2023-06-30"];
const course = (...values: number[]) => values.map((value, index) => aReading(MONTH_ENDS[index] ?? "", value));
const next = (value: number, months = 5) => aReading(MONTH_ENDS[months] ?? "", value);

test.each([
  ["an even course", course(10, 20, 30, 40, 50), next(60), []],
  ["a total that goes down", course(10, 20), next(19, 2), ["decrease"]],
  ["two equal values", course(10, 20), next(20, 2), []],
  ["three equal values", course(10, 20, 20), next(20, 3), ["unchanged"]],
  ["a jump", course(10, 20, 30, 40, 50), next(90), ["off-trend"]],
  ["a jump with too short a past", course(10, 20, 30), next(90, 3), []],
  ["an uneven past allows for more", course(10, 40, 45, 80, 85), next(125), []],
  ["a past without change gives no trend", course(10, 10, 10, 10, 10), next(40), []],
])("%s", (_name, earlier, reading, expected) => {
  expect(findOutliers(aTarget(), earlier, reading, { completionRatio: 0.5, unit: "个" })).toEqual(expected);
});

test("marks a negative count, not a negative balance or level", () => {
  const marks = (unit: string, terms = aTarget()) => findOutliers(terms, [], next(-5), { completionRatio: null, unit });
  expect([marks("家"), marks("万人"), marks("亿元"), marks("%")]).toEqual([["negative"], ["negative"], [], []]);
  expect(marks("万人", aTarget({ kind: "level" }))).toEqual([]);
});

test("over-promise applies to every kind, number checks not to ranks", () => {
  expect(findOutliers(aTarget(), [], next(120), { completionRatio: 1.2, unit: "个" })).toEqual(["over-promise"]);
  const rank = aTarget({ kind: "rank", comparator: "within-rank", direction: "decrease" });
  expect(findOutliers(rank, course(2, 2, 2), next(2, 3), NO_COMPLETION)).toEqual([]);
});

test("only readings before the new one count, in any order", () => {
  const value = fc.integer({ min: -1000, max: 1000 });
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 5, maxLength: 5 }),
      value,
      fc.integer({ min: 1, max: 4 }),
      (values, v, at) => {
        const earlier = course(...values);
        const reading = next(v, at);
        const before = earlier.slice(0, at);
        expect(findOutliers(aTarget(), [...earlier].reverse(), reading, NO_COMPLETION)).toEqual(
          findOutliers(aTarget(), before, reading, NO_COMPLETION),
        );
      },
    ),
  );
});
