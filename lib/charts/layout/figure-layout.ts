// The layout of a figure: header, legend, plot and footer. Both drawings use this plot area.
import type { ChartModel, LegendItem } from "@/lib/charts/model/chart-model";
import type { Light } from "@/lib/domain/targets/types";
import type { Typeface } from "./figure-choices";
import { regularWidth, textWidth, wrapText } from "./text-width";

const TITLE_SIZE = 15;
export const FINDING_SIZE = 12;
const FINDING_ROW = 17;
export const TEXT_SIZE = 11;
export const SWATCH_WIDTH = 22;
/** Our files use the first font; an SVG opened elsewhere uses the fonts of the machine. */
export const FILE_FONTS: Readonly<Record<Typeface, string>> = {
  sans: "Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif",
  serif: "Noto Serif SC, Source Han Serif SC, Noto Serif CJK SC, Songti SC, SimSun, serif",
};

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface PlacedText {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly tone: "strong" | "muted" | "notice";
}

/** The light after the finding: its shape and its word. */
interface PlacedLight {
  readonly light: Light;
  readonly isStale: boolean;
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

interface PlacedLegend extends LegendItem {
  readonly x: number;
  readonly y: number;
}

export interface FigureLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly texts: readonly PlacedText[];
  readonly legend: readonly PlacedLegend[];
  readonly light: PlacedLight | null;
  readonly logo: Box | null;
}

export interface FigureSize {
  readonly width: number;
  readonly height: number;
  /** True for a file: includes title, legend, source, as-of date and sample caption. */
  readonly standalone: boolean;
}

interface Detail {
  readonly titleLines: number;
  readonly findingLines: number;
  readonly legendRows: number;
  readonly footLines: number;
}

/** From full to minimal: the parts that are removed first from a small figure. The sample caption is never removed. */
const DETAILS: readonly Detail[] = [
  { titleLines: 2, findingLines: 4, legendRows: 4, footLines: 3 },
  { titleLines: 2, findingLines: 4, legendRows: 3, footLines: 3 },
  { titleLines: 1, findingLines: 2, legendRows: 2, footLines: 2 },
  { titleLines: 1, findingLines: 2, legendRows: 1, footLines: 1 },
];
const BAREST: Detail = { titleLines: 1, findingLines: 1, legendRows: 0, footLines: 1 };

const ROW = 17;

function placeLegend(items: readonly LegendItem[], pad: number, top: number, width: number, rows: number) {
  const placed: PlacedLegend[] = [];
  let x = pad;
  let row = 0;
  for (const item of items) {
    const need = SWATCH_WIDTH + 6 + textWidth(item.label, TEXT_SIZE);
    if (x > pad && x + need > width - pad) {
      row += 1;
      x = pad;
    }
    if (row >= rows) break;
    placed.push({ ...item, x, y: top + row * ROW + 12 });
    x += need + 14;
  }
  return { placed, height: placed.length === 0 ? 0 : (Math.min(row, rows - 1) + 1) * ROW + 4 };
}

const SHAPE_ROOM = 18;

/** The finding's lines, and its light after the last one, or below it where it does not fit. */
function placeFinding({ finding }: ChartModel, width: number, pad: number, top: number, maxLines: number) {
  if (finding.text === "") return { texts: [], light: null, bottom: top };
  const lines = wrapText(finding.text, width, FINDING_SIZE, maxLines);
  const texts = lines.map((text, index): PlacedText => {
    const y = top + 14 + index * FINDING_ROW;
    return { key: `finding-${index}`, text, x: pad, y, size: FINDING_SIZE, bold: false, tone: "strong" };
  });
  const bottom = top + lines.length * FINDING_ROW;
  if (finding.light === null) return { texts, light: null, bottom };
  const end = regularWidth(lines.at(-1) ?? "", FINDING_SIZE) + 8;
  const fits = end + SHAPE_ROOM + textWidth(finding.light.label, FINDING_SIZE) <= width;
  const y = fits ? bottom - FINDING_ROW + 14 : bottom + 14;
  const light = { ...finding.light, x: pad + (fits ? end : 0), y };
  return { texts, light, bottom: fits ? bottom : bottom + FINDING_ROW };
}

const LOGO_HEIGHT = 34;
const LOGO_WIDTH = 140;
/** Of the figure's width, so that the title of a narrow figure keeps its room. */
const LOGO_SHARE = 0.25;
const LOGO_GAP = 12;

/** At the top right, as large as the title and the first line of the finding. */
function placeLogo({ logo }: ChartModel, width: number, pad: number): Box | null {
  if (logo === undefined) return null;
  const scale = Math.min(LOGO_HEIGHT / logo.height, Math.min(LOGO_WIDTH, width * LOGO_SHARE) / logo.width);
  const drawn = { width: logo.width * scale, height: logo.height * scale };
  return { left: width - pad - drawn.width, top: pad, ...drawn };
}

function head(model: ChartModel, size: FigureSize, pad: number, detail: Detail) {
  const texts: PlacedText[] = [];
  let y = pad;
  const logo = placeLogo(model, size.width, pad);
  const width = (logo === null ? size.width - pad : logo.left - LOGO_GAP) - pad;
  const lines = wrapText(model.title, width, TITLE_SIZE, detail.titleLines, true);
  for (const [index, text] of lines.entries()) {
    texts.push({ key: `title-${index}`, text, x: pad, y: y + 14, size: TITLE_SIZE, bold: true, tone: "strong" });
    y += 20;
  }
  const finding = placeFinding(model, width, pad, y, detail.findingLines);
  const bottom = Math.max(finding.bottom, logo === null ? 0 : logo.top + logo.height) + 4;
  return { texts: [...texts, ...finding.texts], light: finding.light, logo, bottom };
}

function foot(model: ChartModel, size: FigureSize, pad: number, detail: Detail) {
  const width = size.width - pad * 2;
  const notice = model.illustrativeLabel === null ? [] : wrapText(model.illustrativeLabel, width, TEXT_SIZE, 2);
  const assumption = model.assumptionLabel === null ? [] : wrapText(model.assumptionLabel, width, TEXT_SIZE, 3);
  const facts = [model.identityLabel, model.asOfLabel, model.cutOffLabel, model.sourceLabel]
    .filter(Boolean)
    .join(" · ");
  const lines = [
    ...notice.map((text) => ({ text, tone: "notice" as const })),
    ...(model.annotations ?? []).flatMap((note) =>
      wrapText(note, width, TEXT_SIZE, 2).map((text) => ({ text, tone: "strong" as const })),
    ),
    ...assumption.map((text) => ({ text, tone: "muted" as const })),
    ...wrapText(facts, width, TEXT_SIZE, detail.footLines).map((text) => ({ text, tone: "muted" as const })),
  ];
  const top = size.height - pad - lines.length * 15;
  const texts = lines.map(({ text, tone }, index): PlacedText => {
    return { key: `foot-${index}`, text, x: pad, y: top + index * 15 + 12, size: TEXT_SIZE, bold: false, tone };
  });
  return { texts, top: top - 4 };
}

interface Margins {
  /** Margins for tick or row labels on the left, overhang on the right, and ticks at the bottom. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Space above the plot for the unit and the label of the day. */
  readonly top: number;
}

/** The outer margin: files have one, on a page the page provides it. */
export function padOf(standalone: boolean): number {
  return standalone ? 16 : 0;
}

function arrange(
  model: ChartModel,
  size: FigureSize,
  { margins, legend: items = model.legend }: PlotNeeds,
  detail: Detail,
): FigureLayout {
  const pad = padOf(size.standalone);
  const above = size.standalone ? head(model, size, pad, detail) : { texts: [], light: null, logo: null, bottom: 0 };
  const rows = size.standalone ? detail.legendRows : 0;
  const legend = placeLegend(items, pad, above.bottom, size.width, rows);
  const below = size.standalone ? foot(model, size, pad, detail) : { texts: [], top: size.height };
  const top = above.bottom + legend.height + margins.top;
  const left = pad + margins.left;
  const plot = {
    left,
    top,
    width: Math.max(20, size.width - pad - margins.right - left),
    height: Math.max(20, below.top - margins.bottom - top),
  };
  return {
    width: size.width,
    height: size.height,
    plot,
    texts: [...above.texts, ...below.texts],
    legend: legend.placed,
    light: above.light,
    logo: above.logo,
  };
}

/** The requirements of a plot: space for labels, and a minimum readable height. */
export interface PlotNeeds {
  readonly margins: Margins;
  readonly minPlot: number;
  /** The items of the legend, by default all of the model's. */
  readonly legend?: readonly LegendItem[];
}

/** The fullest layout that leaves the plot a readable height, otherwise the minimal one. */
export function figureLayout(model: ChartModel, size: FigureSize, needs: PlotNeeds): FigureLayout {
  const { margins, minPlot } = needs;
  for (const detail of DETAILS) {
    const layout = arrange(model, size, needs, detail);
    const fits = layout.plot.top + layout.plot.height + margins.bottom <= size.height;
    if (fits && layout.plot.height >= minPlot) return layout;
  }
  return arrange(model, size, needs, BAREST);
}

/** The minimum height of the whole figure for a readable plot; the other parts do not depend on it. */
export function leastFigureHeight(model: ChartModel, width: number, needs: PlotNeeds, standalone: boolean): number {
  const height = 10_000;
  const { plot } = arrange(model, { width, height, standalone }, needs, DETAILS[1] ?? BAREST);
  return Math.ceil(height - plot.height + needs.minPlot);
}
