// Visual regression tests. For an intended change, set GUATU_STORE_PICTURES=1, review the new images and commit them.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { FILE_THEMES, type FileTheme } from "@/lib/charts/layout/figure-choices";
import type { TargetChartInput } from "@/lib/charts/model/target-chart-input";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import {
  aGrowthChart,
  aLevelChart,
  aMilestoneChart,
  aRankChart,
  aRatioChart,
  aRevisedCumulativeChart,
  aYesNoChart,
} from "@/testing/chart-builders";
import { svgToPng } from "./png";
import { chartToSvg } from "./svg";
import { textToPaths } from "./text-paths";

const SIZE = { width: 560, height: 340 };
/** Tolerated share of pixels: a newer renderer may smooth edges differently. */
const MOST_OTHER = 0.002;

async function pixelsOf(png: Uint8Array) {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The share of visibly different pixels. */
async function difference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [first, second] = [await pixelsOf(one), await pixelsOf(other)];
  expect([second.width, second.height]).toEqual([first.width, first.height]);
  const { width, height } = first;
  return pixelmatch(first.data, second.data, undefined, width, height, { threshold: 0.1 }) / (width * height);
}

const kinds: [string, TargetChartInput, FileTheme][] = [
  ["cumulative", aRevisedCumulativeChart(), "screen"],
  ["cumulative-en", aRevisedCumulativeChart({ lang: "en", title: "Industrial investment", owner: "Haimen" }), "screen"],
  ["level", aLevelChart(), "print"],
  ["growth", aGrowthChart(), "screen"],
  ["ratio", aRatioChart(), "grey"],
  ["rank", aRankChart(), "wall"],
  ["milestone", aMilestoneChart(), "grey"],
  ["yes-no", aYesNoChart(), "wall"],
];

function storedPath(name: string): string {
  return fileURLToPath(new URL(`./stored-pictures/${name}.png`, import.meta.url));
}

/** Text as outlines, because each system smooths small text differently. */
function outlined(input: TargetChartInput, theme: FileTheme): Promise<Buffer> {
  return svgToPng(textToPaths(chartToSvg(prepareTargetChart(input), { ...SIZE, theme })), SIZE);
}

describe("a figure", () => {
  it.each(kinds)("matches its reference image: %s", async (name, input, theme) => {
    const png = await outlined(input, theme);
    if (process.env.GUATU_STORE_PICTURES === "1")
      writeFileSync(storedPath(name), await sharp(png).png({ palette: true }).toBuffer());
    expect(await difference(readFileSync(storedPath(name)), png)).toBeLessThanOrEqual(MOST_OTHER);
  });

  it("differs from the reference if a value changes", async () => {
    const { readings } = aRevisedCumulativeChart();
    const png = await outlined(aRevisedCumulativeChart({ readings: readings.slice(0, -1) }), "screen");
    expect(await difference(readFileSync(storedPath("cumulative")), png)).toBeGreaterThan(MOST_OTHER);
  });

  it.each(FILE_THEMES)("looks the same with text as outlines, in %s", async (theme) => {
    const svg = chartToSvg(prepareTargetChart(aRevisedCumulativeChart()), { ...SIZE, theme });
    const paths = textToPaths(svg);
    expect(paths).not.toContain("<text");
    expect(paths).toContain('aria-label="');
    const [one, other] = [await svgToPng(svg, SIZE), await svgToPng(paths, SIZE)];
    expect(await difference(one, other)).toBeLessThan(0.02);
  });
});
