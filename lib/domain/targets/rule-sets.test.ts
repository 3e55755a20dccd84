import { describe, expect, it } from "vitest";
import {
  type Band,
  bandOf,
  PRESET_RULES,
  ruleSetFromBands,
  STRICT_RULES,
  validateRuleSet,
} from "@/lib/domain/targets/rule-sets";

describe("validateRuleSet", () => {
  it("accepts the presets", () => {
    for (const rules of PRESET_RULES) expect(validateRuleSet(rules)).toEqual([]);
  });

  it.each([
    [{ aheadFrom: Number.NaN }, ["rules.not-a-number"]],
    [{ behindFrom: Number.NEGATIVE_INFINITY }, ["rules.not-a-number"]],
    [{ aheadFrom: 101 }, ["rules.out-of-range"]],
    [{ onTrackFrom: 5 }, ["rules.overlap"]],
    [{ behindFrom: 1 }, ["rules.overlap"]],
  ])("refuses %o", (changes, problems) => {
    expect(validateRuleSet({ ...STRICT_RULES, ...changes })).toEqual(problems);
  });
});

describe("ruleSetFromBands", () => {
  const bands = (onTrackTo = 5, behindFrom: number | null = -15): Band[] => [
    { light: "ahead", from: 5, to: null },
    { light: "on-track", from: -5, to: onTrackTo },
    { light: "behind", from: behindFrom, to: -5 },
    { light: "far-behind", from: null, to: -15 },
  ];
  const problemsOf = (list: readonly Band[]) => {
    const result = ruleSetFromBands("own", list);
    return result.ok ? [] : result.problems;
  };

  it("reads seamless bands", () => {
    const rules = { key: "own", aheadFrom: 5, onTrackFrom: -5, behindFrom: -15 };
    expect(ruleSetFromBands("own", bands())).toEqual({ ok: true, rules });
  });

  it("refuses a hole, an overlap, a missing or doubled band and a closed end", () => {
    expect(problemsOf(bands(4))).toEqual(["rules.hole"]);
    expect(problemsOf(bands(6))).toEqual(["rules.overlap"]);
    expect(problemsOf(bands(5, null))).toEqual(["rules.not-a-number"]);
    expect(problemsOf(bands().slice(1))).toEqual(["rules.band-missing"]);
    expect(problemsOf([...bands(), { light: "ahead", from: 5, to: null }])).toEqual(["rules.band-twice"]);
    expect(problemsOf([{ light: "ahead", from: 5, to: 9 }, ...bands().slice(1)])).toEqual(["rules.open-end-missing"]);
  });
});

it("gives each bound to the better band", () => {
  const lights = [5, 4.9999, 0, -0.0001, -15, -15.0001].map((gap) => bandOf(STRICT_RULES, gap));
  expect(lights).toEqual(["ahead", "on-track", "on-track", "behind", "behind", "far-behind"]);
});
