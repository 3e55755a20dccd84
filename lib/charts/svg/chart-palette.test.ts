import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FILE_THEMES, type FileTheme } from "@/lib/charts/layout/figure-choices";
import { type ChartPalette, chartPalette, DRAWING_ORDER } from "./chart-palette";
import { labelColour } from "./line-labels";

const css = readFileSync(new URL("../../../components/charts/chart-theme.css", import.meta.url), "utf8");

function variables(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--chart-([\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

function named(palette: ChartPalette): [string, string][] {
  const { lights, ground: _, ...tones } = palette;
  const ofLights = Object.entries(lights).map(([light, color]): [string, string] => [`light-${light}`, color]);
  return [...Object.entries(tones), ...ofLights];
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

describe("the names of lines", () => {
  // The ground of a page is slightly darker than white.
  it.each(FILE_THEMES.map((theme) => [theme, theme === "screen" ? "#fbfaf6" : chartPalette(theme).ground]))(
    "have a contrast of 4.5 to 1: %s",
    (theme, ground) => {
      const palette = chartPalette(theme as FileTheme);
      for (const role of DRAWING_ORDER)
        expect(contrast(labelColour(role, palette), ground as string), role).toBeGreaterThanOrEqual(4.5);
    },
  );
});

describe("the screen's colours", () => {
  const [light = "", dark = ""] = css.split("@variant dark");

  it.each([
    ["light", light, chartPalette("screen")],
    ["dark", dark, chartPalette("wall")],
  ])("are those of files: %s", (_, block, palette) => {
    const declared = variables(block);
    for (const [name, color] of named(palette)) expect(declared.get(name), name).toBe(color);
  });
});
