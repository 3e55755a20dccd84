import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RULED_KINDS } from "@/lib/domain/targets/rule-sets";
import { readBounds, readRules, typedBounds } from "./rules";

const TYPED = { aheadFrom: "5", onTrackWithin: "5", behindWithin: "15" };
const BOUNDS = { aheadFrom: 5, onTrackFrom: -5, behindFrom: -15, kinds: {} };
const SLIPS = {
  "slips.late-1.afterDays": "1",
  "slips.late-1.colour": "blue",
  "slips.late-1.isEnabled": "on",
  "slips.behind.colour": "yellow",
};

describe("readBounds", () => {
  it("reads how far behind a target may be as a negative bound, and 0 as 0", () => {
    expect(readBounds(TYPED)).toEqual({ ok: true, value: BOUNDS });
    expect(readBounds({ ...TYPED, onTrackWithin: "0" })).toEqual({ ok: true, value: { ...BOUNDS, onTrackFrom: 0 } });
    expect(typedBounds({ ...BOUNDS, onTrackFrom: 0 })).toEqual({ ...TYPED, onTrackWithin: "0" });
  });

  it("reads the bounds of a kind only if it has a measure", () => {
    const growth = { "growth.aheadFrom": "1", "growth.onTrackWithin": "0.6", "growth.behindWithin": "2" };
    expect(readBounds({ ...TYPED, ...growth, "growth.measure": "" })).toEqual({ ok: true, value: BOUNDS });
    expect(readBounds({ ...TYPED, ...growth, "growth.measure": "unit" })).toEqual({
      ok: true,
      value: { ...BOUNDS, kinds: { growth: { measure: "unit", aheadFrom: 1, onTrackFrom: -0.6, behindFrom: -2 } } },
    });
  });

  it.each([
    [{ aheadFrom: "many" }, { aheadFrom: "not-a-number" }],
    [{ aheadFrom: "" }, { aheadFrom: "not-a-number" }],
    [{ behindWithin: "101" }, { behindWithin: "rules-out-of-range" }],
    [{ onTrackWithin: "15" }, { behindWithin: "rules-overlap" }],
    [{ onTrackWithin: "-5" }, { onTrackWithin: "rules-overlap" }],
    [
      { "level.measure": "percent", "level.aheadFrom": "2", "level.onTrackWithin": "x" },
      { "level.onTrackWithin": "not-a-number", "level.behindWithin": "not-a-number" },
    ],
  ])("names the field of each error of %o", (changes, errors) => {
    expect(readBounds({ ...TYPED, ...changes })).toEqual({ ok: false, errors });
  });

  it("reads back what the sentences show", () => {
    const hundredths = fc.integer({ min: -9_999, max: 9_999 });
    fc.assert(
      fc.property(
        fc.uniqueArray(hundredths, { minLength: 3, maxLength: 3 }),
        fc.constantFrom(...RULED_KINDS),
        (three, kind) => {
          const [behindFrom = 0, onTrackFrom = 0, aheadFrom = 0] = three
            .sort((one, other) => one - other)
            .map((n) => n / 100);
          const bounds = { aheadFrom, onTrackFrom, behindFrom };
          const own = Object.entries(typedBounds(bounds)).map(([field, text]) => [`${kind}.${field}`, text]);
          const typed = { ...typedBounds(bounds), [`${kind}.measure`]: "percent", ...Object.fromEntries(own) };
          const value = { ...bounds, kinds: { [kind]: { measure: "percent", ...bounds } } };
          expect(readBounds(typed)).toEqual({ ok: true, value });
        },
      ),
    );
  });
});

describe("readRules", () => {
  it("reads bounds and slip rules of one form; an unticked rule is disabled", () => {
    expect(readRules({ ...TYPED, ...SLIPS, version: "3" })).toEqual({
      ok: true,
      value: {
        bounds: BOUNDS,
        slips: [
          { key: "late-1", afterDays: 1, colour: "blue", isEnabled: true },
          { key: "behind", afterDays: undefined, colour: "yellow", isEnabled: false },
        ],
        version: "3",
      },
    });
  });

  it("names all errors at once", () => {
    const typed = { ...TYPED, ...SLIPS, aheadFrom: "x", "slips.late-1.afterDays": "0", "slips.behind.colour": "green" };
    expect(readRules(typed)).toEqual({
      ok: false,
      errors: {
        aheadFrom: "not-a-number",
        "slips.late-1.afterDays": "not-a-day-count",
        "slips.behind.colour": "unknown",
      },
    });
  });
});
