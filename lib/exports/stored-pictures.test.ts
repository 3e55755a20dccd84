// Visual regression tests: the markup of every figure by its hash, and some figures as images that can be looked at.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { FILE_THEMES, TYPEFACES } from "@/lib/charts/layout/figure-choices";
import { figureHeight } from "@/lib/charts/layout/figure-height";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { chartTypes } from "@/lib/charts/model/chart-type";
import { viewChart } from "@/lib/charts/model/chart-view";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import type { ChartTheme } from "@/lib/charts/svg/chart-palette";
import { LANGUAGES } from "@/lib/i18n/languages";
import { aChartView, aRevisedCumulativeChart } from "@/testing/chart-builders";
import { storedFigures } from "@/testing/stored-figures";
import { svgToPng } from "./png";
import { chartToSvg } from "./svg";
import { textToPaths } from "./text-paths";

/** For an intended change: rewrites the hashes and the images. */
const IS_STORING = process.env.GUATU_STORE_PICTURES === "1";
const STORE = "GUATU_STORE_PICTURES=1 npx vitest run --project unit lib/exports/stored-pictures.test.ts";

const SIZE = { width: 560, height: 340 };
/** Tolerated share of pixels: a newer renderer may smooth edges differently. */
const MOST_OTHER = 0.002;

const WIDTHS = { small: 360, middle: 560, large: 960 } as const;
const THEMES: readonly ChartTheme[] = [...FILE_THEMES, "page"];

interface StoredPicture {
  readonly model: ChartModel;
  readonly theme: ChartTheme;
  readonly width: number;
}

const FIGURES = LANGUAGES.map((lang) => [lang === "en" ? "en" : "zh", storedFigures(lang)] as const);

const storedFile = (name: string) => fileURLToPath(new URL(`./stored-pictures/${name}`, import.meta.url));

function svgOf({ model, theme, width }: StoredPicture): string {
  return chartToSvg(model, { width, height: figureHeight(model, width), theme });
}

/** Every figure in every theme, size and language: "level-dot small zh wall". */
function everyDrawing(): Map<string, string> {
  return new Map(
    FIGURES.flatMap(([lang, figures]) =>
      [...figures].flatMap(([name, model]) =>
        Object.entries(WIDTHS).flatMap(([size, width]) =>
          THEMES.map((theme) => [`${name} ${size} ${lang} ${theme}`, svgOf({ model, theme, width })] as const),
        ),
      ),
    ),
  );
}

const hashOf = (svg: string) => createHash("sha256").update(svg).digest("hex").slice(0, 16);

function readHashes(): Map<string, string> {
  const lines = readFileSync(storedFile("drawings.txt"), "utf8").trimEnd().split("\n");
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), line.slice(line.lastIndexOf(" ") + 1)]));
}

/** The names of the drawings whose hash is another one, or only on one side. */
function changedNames(stored: ReadonlyMap<string, string>, drawings: ReadonlyMap<string, string>): string[] {
  const names = new Set([...stored.keys(), ...drawings.keys()]);
  return [...names].filter((name) => {
    const svg = drawings.get(name);
    return svg === undefined || stored.get(name) !== hashOf(svg);
  });
}

/** Writes the changed drawings into a folder, where they can be opened, and says how to go on. */
function explainChange(changed: readonly string[], drawings: ReadonlyMap<string, string>): string {
  if (changed.length === 0) return "";
  const folder = join(tmpdir(), "guatu-changed-figures");
  mkdirSync(folder, { recursive: true });
  for (const name of changed) {
    const svg = drawings.get(name);
    if (svg !== undefined) writeFileSync(join(folder, `${name.replaceAll(" ", "-")}.svg`), svg);
  }
  return `${changed.length} of ${drawings.size} drawings differ from drawings.txt:\n${changed.join("\n")}\nThey are in ${folder}, to be opened in a browser. If the change is intended, run\n${STORE}\nand look at the images that git lists as changed.`;
}

/** These figures have an image, in every size and language; the first ones are also shown in docs/FIGURES.md. */
const USUAL = ["cumulative", "level", "growth", "ratio", "rank", "milestone", "yes-no", "empty", "department"];
const OTHERS = ["cumulative-bar", "cumulative-bullet", "ratio-bullet", "level-dot", "rank-dot", "department-dot"];
const OF_MANY = ["overview", "comparison", "years"];
const IN_SERIF = ["cumulative-serif", "department-serif"];

/** Each image has one of the themes. */
function storedPictures(): [string, StoredPicture][] {
  let count = 0;
  const next = () => FILE_THEMES[count++ % FILE_THEMES.length] ?? "screen";
  return [USUAL, OTHERS, OF_MANY, IN_SERIF].flatMap((names) =>
    FIGURES.flatMap(([lang, figures]) =>
      names.flatMap((name) =>
        Object.entries(WIDTHS).map(([size, width]): [string, StoredPicture] => {
          const model = figures.get(name);
          if (model === undefined) throw new Error(`no figure ${name}`);
          return [`${name}-${size}-${lang}`, { model, theme: next(), width }];
        }),
      ),
    ),
  );
}

/** Text as outlines, because each system smooths small text differently. */
function outlined(picture: StoredPicture): Promise<Buffer> {
  const { model, width } = picture;
  return svgToPng(textToPaths(svgOf(picture)), { width, height: figureHeight(model, width) });
}

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

describe("the drawings of all figures", () => {
  const drawings = everyDrawing();

  it("are the stored ones in every theme, size and language", () => {
    if (IS_STORING)
      writeFileSync(
        storedFile("drawings.txt"),
        [...drawings].map(([name, svg]) => `${name} ${hashOf(svg)}\n`).join(""),
      );
    const changed = changedNames(readHashes(), drawings);
    expect(changed, explainChange(changed, drawings)).toEqual([]);
  });

  it("differ from the stored ones if a colour, a line or a word changes, or a figure is missing", () => {
    const name = "level-dot small zh wall";
    const stored = new Map([...drawings].map(([of, svg]) => [of, hashOf(svg)]));
    const changes: ((svg: string) => string)[] = [
      (svg) => svg.replace("#7fb8ee", "#7fb8ef"),
      (svg) => svg.replace('stroke-width="', 'stroke-width="1'),
      (svg) => svg.replace("能耗", "电耗"),
    ];
    for (const change of changes) {
      const other = new Map(drawings).set(name, change(drawings.get(name) ?? ""));
      expect(changedNames(stored, other)).toEqual([name]);
    }
    const fewer = new Map(drawings);
    fewer.delete(name);
    expect(changedNames(stored, fewer)).toEqual([name]);
  });

  it("include every type of every figure of one target or department", () => {
    const [[, figures]] = FIGURES as [(typeof FIGURES)[number]];
    const missing = [...figures].flatMap(([name, model]) =>
      name.includes("-") || name === "years" || name === "empty"
        ? []
        : chartTypes(model)
            .slice(1)
            .map((type) => `${name}-${type}`)
            .filter((drawn) => !figures.has(drawn)),
    );
    expect(missing).toEqual([]);
  });
});

describe("a figure", () => {
  it.each(storedPictures())("matches its reference image: %s", async (name, picture) => {
    const png = await outlined(picture);
    if (IS_STORING) writeFileSync(storedFile(`${name}.png`), await sharp(png).png({ palette: true }).toBuffer());
    expect(await difference(readFileSync(storedFile(`${name}.png`)), png)).toBeLessThanOrEqual(MOST_OTHER);
  });

  it("differs from the reference if a value changes", async () => {
    const { readings } = aRevisedCumulativeChart();
    const model = prepareTargetChart(aRevisedCumulativeChart({ readings: readings.slice(0, -1) }));
    const [[name, stored]] = storedPictures() as [[string, StoredPicture]];
    const png = await outlined({ ...stored, model });
    expect(await difference(readFileSync(storedFile(`${name}.png`)), png)).toBeGreaterThan(MOST_OTHER);
  });

  it.each(FILE_THEMES.flatMap((theme) => TYPEFACES.map((typeface) => [theme, typeface] as const)))(
    "looks the same with text as outlines, in %s and %s",
    async (theme, typeface) => {
      const model = viewChart(prepareTargetChart(aRevisedCumulativeChart()), aChartView({ typeface }));
      const svg = chartToSvg(model, { ...SIZE, theme });
      const paths = textToPaths(svg);
      expect(paths).not.toContain("<text");
      expect(paths).toContain('aria-label="');
      const [one, other] = [await svgToPng(svg, SIZE), await svgToPng(paths, SIZE)];
      expect(await difference(one, other)).toBeLessThan(0.02);
    },
  );
});
