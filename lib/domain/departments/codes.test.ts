import { describe, expect, it } from "vitest";
import { isCreditCode, isDivisionCode } from "./codes";

describe("isDivisionCode", () => {
  it.each(["320600", "110000", "820000", "659012"])("accepts %s", (code) => expect(isDivisionCode(code)).toBe(true));
  it.each(["", "32060", "3206000", "990000", "００００００", "32060a"])("rejects %s", (code) =>
    expect(isDivisionCode(code)).toBe(false),
  );
});

describe("isCreditCode", () => {
  // The second is an example that the standard explains; with and without letters.
  it.each(["911000001000013428", "91350100M000100Y43", "11100000000013127D"])("accepts %s", (code) =>
    expect(isCreditCode(code)).toBe(true),
  );

  it("rejects every other check character", () => {
    const others = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"].filter((one) => one !== "3");
    expect(others.filter((one) => isCreditCode(`91350100M000100Y4${one}`))).toEqual([]);
  });

  it("rejects one wrong character anywhere, and two that changed places", () => {
    const code = "91350100M000100Y43";
    const wrong = [...code].map((one, at) => code.slice(0, at) + (one === "1" ? "2" : "1") + code.slice(at + 1));
    expect(wrong.filter(isCreditCode)).toEqual([]);
    expect(isCreditCode("91350100M000100Y34")).toBe(false);
  });

  it.each(["91350100m000100y43", "91350100M000100Y4", "9135010IM000100Y43", "S1350100M000100Y43", ""])(
    "rejects %s, which is not 18 of its characters",
    (code) => expect(isCreditCode(code)).toBe(false),
  );
});
