import { describe, expect, it } from "vitest";
import { isTheme } from "./choices";

describe("isTheme", () => {
  it("accepts the three themes only", () => {
    expect(["system", "light", "dark", "", "Dark", undefined].map(isTheme)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
