// The border that shows where a control is has a contrast of 3:1 with both grounds (WCAG 1.4.11; axe does not test it).
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split("@variant dark");

function luminance(block: string, name: string): number {
  const [, hex = ""] = block.match(new RegExp(`--${name}: #([0-9a-f]{6});`)) ?? [];
  const [red = 0, green = 0, blue = 0] = (hex.match(/../g) ?? []).map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(block: string, one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(block, one), luminance(block, other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ["light", light],
  ["dark", dark],
])("%s", (_, block) => {
  it.each(["ground", "surface"])("borders of controls stand out from the %s", (ground) => {
    expect(contrast(block, "control", ground)).toBeGreaterThanOrEqual(3);
  });

  it("a hairline would not", () => {
    expect(contrast(block, "hairline", "surface")).toBeLessThan(3);
  });
});
