import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { partTolerance, type SplitWhole, splitBalance } from "./split-balance";

const D = (value: number | string) => new Decimal(value);
const whole = (changes: Partial<SplitWhole> = {}): SplitWhole => ({
  kind: "cumulative",
  comparator: "at-least",
  value: D(402),
  upperValue: null,
  ...changes,
});

test.each([
  ["exactly", whole(), ["202", "200"], "exact", "402", "0"],
  ["over", whole(), ["202", "218.5"], "over", "420.5", "18.5"],
  ["under", whole(), ["202"], "under", "202", "200"],
  ["0.1 + 0.2 of 0.3", whole({ value: D("0.3") }), ["0.1", "0.2"], "exact", "0.3", "0"],
  ["over a ceiling", whole({ comparator: "at-most" }), ["402", "1"], "over", "403", "1"],
  ["inside a range", whole({ comparator: "between", upperValue: D(420) }), ["410"], "exact", "410", "0"],
  ["above a range", whole({ comparator: "between", upperValue: D(420) }), ["421"], "over", "421", "1"],
  ["below a range", whole({ comparator: "between", upperValue: D(420) }), ["400"], "under", "400", "2"],
  ["a level", whole({ kind: "level" }), ["500"], "over", "500", "98"],
])("%s", (_what, target, figures, state, sum, difference) => {
  const found = splitBalance(target, "sum", figures.map(D));
  expect([found?.state, found?.sum.toFixed(), found?.difference.toFixed()]).toEqual([state, sum, difference]);
});

test.each([
  ["another method", whole({ kind: "level" }), "latest", [1]],
  ["no method", whole(), null, [1]],
  ["a ratio", whole({ kind: "ratio" }), "sum", [1]],
  ["no figure", whole({ value: null }), "sum", [1]],
  ["no parts", whole(), "sum", []],
] as const)("is null for %s", (_what, target, method, figures) => {
  expect(splitBalance(target, method, figures.map(D))).toBeNull();
});

test("any split of the whole is exact, and any more is over", () => {
  const figure = fc.integer({ min: 1, max: 10 ** 12 }).map((cents) => D(cents).div(100));
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 20 }), figure, (figures, more) => {
      const target = whole({ value: Decimal.sum(...figures) });
      expect(splitBalance(target, "sum", figures)?.state).toBe("exact");
      expect(splitBalance(target, "sum", [...figures, more])).toMatchObject({ state: "over", difference: more });
    }),
  );
});

test("a part has its share of the tolerance where parts are added, else the same tolerance", () => {
  const about = { comparator: "about", value: D(400), tolerance: D(20) } as const;
  expect(partTolerance(about, "sum", D(100))?.toNumber()).toBe(5);
  expect(partTolerance(about, "weighted-mean", D(390))?.toNumber()).toBe(20);
  expect(partTolerance({ ...about, value: D(0) }, "sum", D(0))?.toNumber()).toBe(20);
  expect(partTolerance({ ...about, tolerance: null }, "sum", D(100))).toBeNull();
  expect(partTolerance({ ...about, comparator: "at-least" }, "sum", D(100))).toBeNull();
});
