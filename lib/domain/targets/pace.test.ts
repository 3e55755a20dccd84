import { describe, expect, it } from "vitest";
import { monthlyPace } from "@/lib/domain/targets/pace";
import { aReading, aTarget } from "@/testing/target-builders";

describe("monthlyPace", () => {
  it("is the pace so far and the pace needed", () => {
    const pace = monthlyPace(aTarget(), aReading("2023-09-30", 64));
    expect(pace.known && [pace.value.soFar.toNumber(), pace.value.needed.toNumber()]).toEqual([7.111111, 12]);
    const met = monthlyPace(aTarget(), aReading("2023-09-30", 101));
    expect(met.known && met.value.needed.toNumber()).toBe(0);
    expect(monthlyPace(aTarget(), aReading("2023-12-31", 64))).toEqual({ known: false, reason: "out-of-range" });
    expect(monthlyPace(aTarget({ kind: "level" }), aReading("2023-09-30", 64)).known).toBe(false);
  });
});
