import { describe, expect, it } from "vitest";
import { gapBand, PRESET_RULES, STRICT_RULES, validateRuleSet } from "@/lib/domain/targets/rule-sets";

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
  ])("rejects %o", (changes, problems) => {
    expect(validateRuleSet({ ...STRICT_RULES, ...changes })).toEqual(problems);
  });
});

it("each bound belongs to the better band", () => {
  const lights = [5, 4.9999, 0, -0.0001, -15, -15.0001].map((gap) => gapBand(STRICT_RULES, gap));
  expect(lights).toEqual(["ahead", "on-track", "on-track", "behind", "behind", "far-behind"]);
});
