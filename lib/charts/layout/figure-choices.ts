// Named options of a figure: use, typeface and size.

/** A bright screen, colour print, grey print, a dark wall. */
export const FILE_THEMES = ["screen", "print", "grey", "wall"] as const;
export type FileTheme = (typeof FILE_THEMES)[number];

/** 黑体 and 宋体. */
export const TYPEFACES = ["sans", "serif"] as const;
export type Typeface = (typeof TYPEFACES)[number];

export const FIGURE_SIZES = ["default", "half", "full", "16:9", "square"] as const;
export type FigureSizeName = (typeof FIGURE_SIZES)[number];

export interface FigureSizeOf {
  readonly width: number;
  /** Null if the rows of the chart decide. */
  readonly height: number | null;
}

/** The text area of a GB/T 9704 page (156 × 225 mm) at 96 dpi, as Word measures images. */
const PAGE_WIDTH = 590;

/** In pixels at scale 1. `half` and `full` fill half or all of a page's text area. */
export const SIZES: Readonly<Record<FigureSizeName, FigureSizeOf>> = {
  default: { width: 960, height: null },
  half: { width: PAGE_WIDTH, height: 410 },
  full: { width: PAGE_WIDTH, height: 850 },
  "16:9": { width: 960, height: 540 },
  square: { width: 720, height: 720 },
};
