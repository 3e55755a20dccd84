// Colours and strokes by role. Roles also differ by dash, width or marker, for grey print.

import type { FileTheme } from "@/lib/charts/layout/figure-choices";
import type { ChartSeries, SeriesRole } from "@/lib/charts/model/chart-model";
import type { StepState } from "@/lib/charts/model/rows-chart-types";
import type { Light } from "@/lib/domain/targets/types";

/** `page` uses CSS variables; files use literal colours. */
export type ChartTheme = FileTheme | "page";

type Tone = "ground" | "strong" | "muted" | "notice" | "grid" | "axis" | "halo" | SeriesRole;

export type ChartPalette = Readonly<Record<Tone, string>> & { readonly lights: Readonly<Record<Light, string>> };

const screen: ChartPalette = {
  ground: "#ffffff",
  strong: "#1c1b19",
  muted: "#5c5a55",
  notice: "#8a4b08",
  grid: "#e3e0d9",
  axis: "#8a877f",
  halo: "#ffffff",
  reported: "#0b5394",
  expected: "#6b6964",
  target: "#a33b20",
  stretch: "#a33b20",
  baseline: "#7a776f",
  "last-year": "#8f6f1f",
  forecast: "#0b5394",
  lights: {
    achieved: "#1b6e4b",
    ahead: "#247c6c",
    "on-track": "#2b669f",
    behind: "#b07c00",
    "far-behind": "#b32d18",
    missed: "#6e1423",
    "not-started": "#c9c6bf",
    "no-report": "#ffffff",
    unset: "#e6e3dc",
  },
};

const wall: ChartPalette = {
  ground: "#1b1b19",
  strong: "#eceae4",
  muted: "#b3b0a7",
  notice: "#f2b36b",
  grid: "#3a3933",
  axis: "#8d8a80",
  halo: "#1b1b19",
  reported: "#7fb8ee",
  expected: "#aaa79d",
  target: "#f08a6a",
  stretch: "#f08a6a",
  baseline: "#98958a",
  "last-year": "#d9b65a",
  forecast: "#7fb8ee",
  lights: {
    achieved: "#58b58a",
    ahead: "#7fd0bd",
    "on-track": "#7fb0e6",
    behind: "#f0c445",
    "far-behind": "#ee7a62",
    missed: "#d6637a",
    "not-started": "#5b5953",
    "no-report": "#1b1b19",
    unset: "#403f39",
  },
};

/** Print colours: black text, no pale tints, slightly darker lines. */
const print: ChartPalette = {
  ...screen,
  strong: "#000000",
  muted: "#3f3d39",
  notice: "#7a2a0c",
  grid: "#cfcbc2",
  axis: "#5c5a55",
  reported: "#08427a",
  expected: "#4f4d49",
  target: "#8f2e15",
  stretch: "#8f2e15",
  baseline: "#5f5c55",
  "last-year": "#75560f",
  forecast: "#08427a",
  lights: { ...screen.lights, "not-started": "#b9b5ac", unset: "#d8d4cb" },
};

const grey: ChartPalette = {
  ground: "#ffffff",
  strong: "#000000",
  muted: "#444444",
  notice: "#000000",
  grid: "#dddddd",
  axis: "#777777",
  halo: "#ffffff",
  reported: "#000000",
  expected: "#666666",
  target: "#333333",
  stretch: "#333333",
  baseline: "#777777",
  "last-year": "#6f6f6f",
  forecast: "#000000",
  lights: {
    achieved: "#3d3d3d",
    ahead: "#6a6a6a",
    "on-track": "#8c8c8c",
    behind: "#b4b4b4",
    "far-behind": "#565656",
    missed: "#1a1a1a",
    "not-started": "#d8d8d8",
    "no-report": "#ffffff",
    unset: "#ececec",
  },
};

function asVariables(palette: ChartPalette): ChartPalette {
  const { lights, ...tones } = palette;
  const named = (prefix: string) => (entry: [string, string]) => [
    entry[0],
    `var(--chart-${prefix}${entry[0]}, ${entry[1]})`,
  ];
  return {
    ...(Object.fromEntries(Object.entries(tones).map(named(""))) as typeof tones),
    ground: "none",
    lights: Object.fromEntries(Object.entries(lights).map(named("light-"))) as typeof lights,
  };
}

const PALETTES: Readonly<Record<ChartTheme, ChartPalette>> = { page: asVariables(screen), screen, print, grey, wall };

/** The themes with a white ground and colours; an own colour is checked against it. */
const BRIGHT: ReadonlySet<ChartTheme> = new Set(["screen", "print"]);

/** @param colour of reported values and their forecast, for bright themes; the lights keep theirs. */
export function chartPalette(theme: ChartTheme, colour?: string): ChartPalette {
  if (colour === undefined || !BRIGHT.has(theme)) return PALETTES[theme];
  return { ...PALETTES[theme], reported: colour, forecast: colour };
}

/** Lights with a pale background colour, which would be invisible as a shape on paper. */
const PALE_LIGHTS: readonly Light[] = ["not-started", "no-report", "unset"];

/** The colour of a light's shape or label. */
export function signColour(light: Light, palette: ChartPalette): string {
  return PALE_LIGHTS.includes(light) ? palette.muted : palette.lights[light];
}

/** A readable text colour on an area of the light's colour: near-black on yellow in every theme. */
export function inkOn(light: Light, palette: ChartPalette): string {
  if (light === "behind") return "#1c1b19";
  return PALE_LIGHTS.includes(light) ? palette.strong : palette.halo;
}

export interface Stroke {
  readonly width: number;
  readonly dash: string | undefined;
  readonly opacity?: number;
  readonly marker: "circle" | "square" | "diamond" | null;
}

export const STROKES: Readonly<Record<SeriesRole, Stroke>> = {
  reported: { width: 2.25, dash: undefined, marker: "circle" },
  // A pale band, so that it shows on both sides of the reported line where both coincide.
  expected: { width: 7, dash: undefined, opacity: 0.38, marker: null },
  target: { width: 1.5, dash: undefined, marker: null },
  stretch: { width: 1.25, dash: "10 3 2 3", marker: null },
  baseline: { width: 1.25, dash: "1.5 3", marker: null },
  "last-year": { width: 1, dash: undefined, marker: "square" },
  forecast: { width: 1.5, dash: "3 3", marker: "diamond" },
};

/** Reported values last, on top. */
export const DRAWING_ORDER: readonly SeriesRole[] = [
  "expected",
  "baseline",
  "last-year",
  "stretch",
  "target",
  "forecast",
  "reported",
];

/** Bars are behind all lines. */
export function drawingOrder(all: readonly ChartSeries[]): ChartSeries[] {
  const rank = ({ role, shape }: ChartSeries) => (shape === "bar" ? -1 : DRAWING_ORDER.indexOf(role));
  return all.toSorted((one, other) => rank(one) - rank(other));
}

/** A step's state uses the colour and shape of the corresponding light. */
export const STEP_LIGHTS: Readonly<Record<StepState, Light>> = {
  done: "achieved",
  "done-late": "behind",
  overdue: "far-behind",
  planned: "not-started",
};
