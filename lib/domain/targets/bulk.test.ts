import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIGHTS } from "@/lib/domain/targets/types";
import { proposeCode, proposesSlip, proposeVerdict } from "./bulk";

const free = () => false;

describe("proposeCode", () => {
  it("replaces the year of a code, and adds it to a code without one", () => {
    expect(proposeCode("T2023-001", 2023, 2024, free)).toBe("T2024-001");
    expect(proposeCode("NT-T01", 2023, 2024, free)).toBe("NT-T01-2024");
  });

  it("leaves a longer number that contains the year", () => {
    expect(proposeCode("A-120231", 2023, 2024, free)).toBe("A-120231-2024");
  });

  it("numbers a code that is taken", () => {
    const taken = new Set(["T2024-001", "T2024-001-2"]);
    expect(proposeCode("T2023-001", 2023, 2024, (code) => taken.has(code))).toBe("T2024-001-3");
  });

  it("is a valid code that no target has", () => {
    const code = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/);
    fc.assert(
      fc.property(fc.uniqueArray(code, { minLength: 1, maxLength: 20 }), (codes) => {
        const taken = new Set(codes);
        for (const one of codes) taken.add(proposeCode(one, 2023, 2024, (other) => taken.has(other)));
        expect(taken.size).toBe(2 * codes.length);
        for (const one of taken) expect(one).toMatch(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/);
      }),
    );
  });
});

it("proposes a verdict only where the light proves it", () => {
  const proposed = LIGHTS.flatMap((light) => {
    const verdict = proposeVerdict(light);
    return verdict === null ? [] : [[light, verdict]];
  });
  expect(proposed).toEqual([
    ["achieved", "completed"],
    ["missed", "not-completed"],
  ]);
});

describe("proposesSlip", () => {
  it("proposes one for targets behind schedule, and for late or missing reports", () => {
    expect(LIGHTS.filter((light) => proposesSlip(light, "current"))).toEqual(["behind", "far-behind", "missed"]);
    expect((["due", "late", "never", "not-expected"] as const).map((one) => proposesSlip("on-track", one))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
