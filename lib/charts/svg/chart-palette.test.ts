import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ChartPalette, chartPalette } from "./chart-palette";

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
