import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { assessTarget } from "@/lib/domain/targets/assess";
import type { RuleSet } from "@/lib/domain/targets/assessment";
import {
  DEFAULT_RULES,
  gapBand,
  isSameRules,
  PRESET_RULES,
  STRICT_RULES,
  validateRuleSet,
} from "@/lib/domain/targets/rule-sets";
import { aReading, aTarget } from "@/testing/target-builders";

describe("validateRuleSet", () => {
  it("accepts the presets", () => {
    for (const rules of PRESET_RULES) expect(validateRuleSet(rules)).toEqual([]);
  });

  it.each([
    [{ aheadFrom: Number.NaN }, ["aheadFrom not-a-number"]],
    [{ behindFrom: Number.NEGATIVE_INFINITY }, ["behindFrom not-a-number"]],
    [{ aheadFrom: 101 }, ["aheadFrom out-of-range"]],
    [{ onTrackFrom: 5 }, ["onTrackFrom overlap"]],
    [{ behindFrom: 1 }, ["behindFrom overlap"]],
    [{ aheadFrom: 0, behindFrom: 0 }, ["onTrackFrom overlap", "behindFrom overlap"]],
    [
      { kinds: { growth: { measure: "unit", aheadFrom: 1, onTrackFrom: 2, behindFrom: -2 } } },
      ["growth.onTrackFrom overlap"],
    ],
    [{ kinds: { growth: { measure: "unit", aheadFrom: 500, onTrackFrom: 0, behindFrom: -500 } } }, []],
    [
      { kinds: { level: { measure: "percent", aheadFrom: 500, onTrackFrom: 0, behindFrom: -9 } } },
      ["level.aheadFrom out-of-range"],
    ],
  ] as const)("names the bound of each problem of %o", (changes, problems) => {
    const found = validateRuleSet({ ...STRICT_RULES, ...changes });
    expect(found.map(({ kind, bound, problem }) => `${kind === null ? "" : `${kind}.`}${bound} ${problem}`)).toEqual(
      problems,
    );
  });
});

it("each bound belongs to the better band", () => {
  const lights = [5, 4.9999, 0, -0.0001, -15, -15.0001].map((gap) => gapBand(STRICT_RULES, gap));
  expect(lights).toEqual(["ahead", "on-track", "on-track", "behind", "behind", "far-behind"]);
});

it("judges a kind by separate bounds, in the metric's unit", () => {
  const growth = aTarget({ kind: "growth", value: new Decimal(5) });
  const light = (value: string, rules: RuleSet) => assessTarget(growth, [aReading("2023-06-30", value)], rules).light;
  const ownBounds = { measure: "unit", aheadFrom: 1, onTrackFrom: -0.6, behindFrom: -2 } as const;
  const own: RuleSet = { ...DEFAULT_RULES, key: "custom", kinds: { growth: ownBounds } };
  expect(["4.5", "3.2", "2.9", "6"].map((value) => light(value, DEFAULT_RULES))).toEqual([
    "behind",
    "far-behind",
    "far-behind",
    "ahead",
  ]);
  expect(["4.5", "3.2", "2.9", "6"].map((value) => light(value, own))).toEqual([
    "behind",
    "behind",
    "far-behind",
    "ahead",
  ]);
  expect(isSameRules(own, DEFAULT_RULES)).toBe(false);
  expect(isSameRules(own, { ...own, kinds: { growth: { ...ownBounds } } })).toBe(true);
});
