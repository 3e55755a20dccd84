import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { assessTarget } from "@/lib/domain/targets/assess";
import type { RuleSet } from "@/lib/domain/targets/assessment";
import {
  DEFAULT_RULES,
  gapBand,
  isSameRules,
  PRESET_RULES,
  RULED_KINDS,
  STRICT_RULES,
  validateRuleSet,
} from "@/lib/domain/targets/rule-sets";
import { METRIC_KINDS } from "@/lib/domain/targets/types";
import { aPlan, aReading, aTarget } from "@/testing/target-builders";

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

const JUNE = (value: number) => aReading("2023-06-30", value);
const STEPS = aTarget({
  kind: "milestone",
  comparator: "equal",
  value: null,
  plan: aPlan({ shape: "milestones" }),
  steps: [
    { key: "contract", title: "合同", titleEn: "Contract", weight: 27, plannedOn: isoDate("2023-03-31") },
    { key: "permits", title: "许可", titleEn: "Permits", weight: 3, plannedOn: isoDate("2023-05-31") },
    { key: "building", title: "建成", titleEn: "Building", weight: 70, plannedOn: isoDate("2023-11-30") },
  ],
});
const CONTRACT_DONE = aReading("2023-06-30", null, {
  completedSteps: [{ key: "contract", doneOn: isoDate("2023-03-31") }],
});
const PARKS = aTarget({ value: new Decimal(1000) });
const GRAIN = aTarget({ kind: "level", value: new Decimal(13_000) });
const HOTLINE = aTarget({ kind: "ratio", value: new Decimal(95) });
const GDP = aTarget({ kind: "growth", value: new Decimal(5) });

describe("the bounds of each kind, in each measure", () => {
  it("cover every kind that is judged by a gap", () => {
    expect(METRIC_KINDS.filter((kind) => !RULED_KINDS.some((ruled) => ruled === kind))).toEqual(["rank", "yes-no"]);
  });

  // 430 of 500 parks: −70 parks, −7 points, −7 % of 1,000. 12,900 of 13,000 t: −100 t, −0.77 points and per cent.
  // 90 of 95 %: −5 points, −5.26 % of 95. 4.5 of 5 %: −0.5, −10 points and per cent. A step of three: −1 step, −3 points.
  it.each([
    [PARKS, JUNE(430), "behind", "points", [5, -8, -15], "on-track"],
    [PARKS, JUNE(430), "behind", "unit", [10, -20, -60], "far-behind"],
    [PARKS, JUNE(430), "behind", "percent", [5, -7, -15], "on-track"],
    [GRAIN, JUNE(12_900), "behind", "points", [1, 0, -0.5], "far-behind"],
    [GRAIN, JUNE(12_900), "behind", "unit", [50, 0, -99], "far-behind"],
    [GRAIN, JUNE(12_900), "behind", "percent", [1, 0, -0.7], "far-behind"],
    [HOTLINE, JUNE(78), "far-behind", "points", [1, 0, -18], "behind"],
    [HOTLINE, JUNE(78), "far-behind", "unit", [1, 0, -17], "behind"],
    [HOTLINE, JUNE(78), "far-behind", "percent", [1, 0, -18], "behind"],
    [GDP, JUNE(4.5), "behind", "points", [1, 0, -9], "far-behind"],
    [GDP, JUNE(4.5), "behind", "unit", [0.2, 0, -0.4], "far-behind"],
    [GDP, JUNE(4.5), "behind", "percent", [1, 0, -9], "far-behind"],
    [STEPS, CONTRACT_DONE, "behind", "points", [5, 0, -2], "far-behind"],
    [STEPS, CONTRACT_DONE, "behind", "unit", [1, 0, -0.5], "far-behind"],
    [STEPS, CONTRACT_DONE, "behind", "percent", [5, -5, -33], "far-behind"],
  ] as const)("%#: $kind", (terms, reading, before, measure, [aheadFrom, onTrackFrom, behindFrom], after) => {
    const own = { measure, aheadFrom, onTrackFrom, behindFrom };
    const rules: RuleSet = { ...DEFAULT_RULES, key: "custom", kinds: { [terms.kind]: own } };
    expect(validateRuleSet(rules)).toEqual([]);
    expect(assessTarget(terms, [reading], DEFAULT_RULES).light).toBe(before);
    const assessed = assessTarget(terms, [reading], rules);
    expect([assessed.light, assessed.basis.bounds]).toEqual([after, own]);
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
