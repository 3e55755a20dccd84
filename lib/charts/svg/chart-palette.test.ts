import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FILE_THEMES, type FileTheme } from "@/lib/charts/layout/figure-choices";
import { colourFault, contrastBetween, MEANINGFUL } from "@/lib/charts/model/chart-colour";
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

describe("the names of lines", () => {
  // The ground of a page is slightly darker than white.
  it.each(FILE_THEMES.map((theme) => [theme, theme === "screen" ? "#fbfaf6" : chartPalette(theme).ground]))(
    "have a contrast of 4.5 to 1: %s",
    (theme, ground) => {
      const palette = chartPalette(theme as FileTheme);
      for (const role of DRAWING_ORDER)
        expect(contrastBetween(labelColour(role, palette), ground as string), role).toBeGreaterThanOrEqual(4.5);
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

describe("an own colour of reported values", () => {
  it("is the one of the theme, or another dark blue, green, violet or grey", () => {
    for (const colour of ["#0b5394", "#08427a", "#1b6e4b", "#5b2a86", "#333333"])
      expect(colourFault(colour)).toBeNull();
  });

  it("is readable on white", () => {
    for (const colour of ["#ffffff", "#7fb8ee", "#f0c445", "#8a8a8a"]) expect(colourFault(colour)).toBe("contrast");
  });

  it("is unlike the colours of targets and of lights that warn", () => {
    for (const colour of ["#a33b20", "#b3301a", "#701525", "#96320f"]) expect(colourFault(colour)).toBe("meaning");
    const meant = (["screen", "print"] as const).flatMap((theme) => {
      const { target, lights } = chartPalette(theme);
      return [target, lights.behind, lights["far-behind"], lights.missed];
    });
    expect(new Set(MEANINGFUL)).toEqual(new Set(meant));
  });

  it("replaces those of reported values and forecast on white, and no other", () => {
    const own = "#5b2a86";
    for (const theme of ["screen", "print"] as const)
      expect(chartPalette(theme, own)).toEqual({ ...chartPalette(theme), reported: own, forecast: own });
    for (const theme of ["grey", "wall", "page"] as const)
      expect(chartPalette(theme, own)).toEqual(chartPalette(theme));
  });
});
