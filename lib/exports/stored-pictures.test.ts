// Visual regression tests. For an intended change, set GUATU_STORE_PICTURES=1, review the new images and commit them.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { FILE_THEMES, type FileTheme } from "@/lib/charts/layout/figure-choices";
import { figureHeight } from "@/lib/charts/layout/figure-height";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { type ChartType, withType } from "@/lib/charts/model/chart-type";
import { prepareDepartmentChart } from "@/lib/charts/model/department-chart-model";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
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

/** Small, middle and large. */
const WIDTHS = { small: 360, middle: 560, large: 960 } as const;

interface StoredPicture {
  readonly model: ChartModel;
  readonly theme: FileTheme;
  readonly width: number;
}

const BUILDERS = {
  cumulative: aRevisedCumulativeChart,
  level: aLevelChart,
  growth: aGrowthChart,
  ratio: aRatioChart,
  rank: aRankChart,
  milestone: aMilestoneChart,
  "yes-no": aYesNoChart,
} as const;

function departmentChart(lang: Language): ChartModel {
  const shares = [0.721, null, 1.037, -0.05];
  const figures = lang === "en" ? "CNY 28.98 of 40.2 billion" : "289.8/402亿元";
  const lights = ["on-track", "no-report", "achieved", "far-behind"] as const;
  const targets = lights.map((light, index) => ({
    code: `NT-${index}`,
    title: lang === "en" ? "Visits to multinationals' headquarters and other bodies" : "拜访驻沪跨国公司总部等机构",
    light,
    completionRatio: shares[index] ?? null,
    expectedRatio: 0.75,
    reason: null,
    latestText: null,
    figures: shares[index] === null ? null : figures,
    hasFigure: true,
  }));
  const without = { ...targets[0], code: "NT-9", hasFigure: false } as (typeof targets)[number];
  const frame = { today: isoDate("2023-09-30"), source: "", illustrative: true, lang };
  const title = lang === "en" ? "Transport Bureau: completion against expected" : "市交通运输局：完成率与应完成率";
  return prepareDepartmentChart({ key: "d", title, targets: [...targets, without], ...frame });
}

/** Charts that are not drawn as their default type. */
const OTHER_TYPES: readonly (readonly [keyof typeof BUILDERS | "department", ChartType])[] = [
  ["cumulative", "bar"],
  ["cumulative", "bullet"],
  ["ratio", "bullet"],
  ["level", "dot"],
  ["rank", "dot"],
  ["department", "dot"],
];

function chartOf(name: keyof typeof BUILDERS | "department", lang: Language): ChartModel {
  if (name === "department") return departmentChart(lang);
  const words = lang === "en" ? { title: "Industrial investment completed", owner: "Haimen", source: "Daily" } : {};
  return prepareTargetChart(BUILDERS[name]({ lang, ...words }));
}

/** Every kind, and each other type, in both languages and three sizes, each combination with one of the themes. */
function storedPictures(): [string, StoredPicture][] {
  let count = 0;
  const next = () => FILE_THEMES[count++ % FILE_THEMES.length] ?? "screen";
  const inAllSizes = (lang: Language, charts: readonly [string, ChartModel][]) =>
    charts.flatMap(([name, model]) =>
      Object.entries(WIDTHS).map(([size, width]): [string, StoredPicture] => [
        `${name}-${size}-${lang === "en" ? "en" : "zh"}`,
        { model, theme: next(), width },
      ]),
    );
  const usual = LANGUAGES.flatMap((lang) =>
    inAllSizes(lang, [
      ...(Object.keys(BUILDERS) as (keyof typeof BUILDERS)[]).map((kind): [string, ChartModel] => [
        kind,
        chartOf(kind, lang),
      ]),
      ["empty", prepareTargetChart(aRatioChart({ lang, readings: [] }))],
      ["department", departmentChart(lang)],
    ]),
  );
  const others = LANGUAGES.flatMap((lang) =>
    inAllSizes(
      lang,
      OTHER_TYPES.map(([name, type]) => [`${name}-${type}`, withType(chartOf(name, lang), type)]),
    ),
  );
  return [...usual, ...others];
}

function storedPath(name: string): string {
  return fileURLToPath(new URL(`./stored-pictures/${name}.png`, import.meta.url));
}

/** Text as outlines, because each system smooths small text differently. */
function outlined({ model, theme, width }: StoredPicture): Promise<Buffer> {
  const size = { width, height: figureHeight(model, width) };
  return svgToPng(textToPaths(chartToSvg(model, { ...size, theme })), size);
}

describe("a figure", () => {
  it.each(storedPictures())("matches its reference image: %s", async (name, picture) => {
    const png = await outlined(picture);
    if (process.env.GUATU_STORE_PICTURES === "1")
      writeFileSync(storedPath(name), await sharp(png).png({ palette: true }).toBuffer());
    expect(await difference(readFileSync(storedPath(name)), png)).toBeLessThanOrEqual(MOST_OTHER);
  });

  it("differs from the reference if a value changes", async () => {
    const { readings } = aRevisedCumulativeChart();
    const model = prepareTargetChart(aRevisedCumulativeChart({ readings: readings.slice(0, -1) }));
    const [[name, stored]] = storedPictures() as [[string, StoredPicture]];
    const png = await outlined({ ...stored, model });
    expect(await difference(readFileSync(storedPath(name)), png)).toBeGreaterThan(MOST_OTHER);
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
