// What a figure can be asked for by name: where it will be seen, and how large it stands there.

/** A bright screen, colour print, grey print, a dark wall. */
export const FILE_THEMES = ["screen", "print", "grey", "wall"] as const;
export type FileTheme = (typeof FILE_THEMES)[number];

export const FIGURE_SIZES = ["default", "half", "full", "16:9", "square"] as const;
export type FigureSizeName = (typeof FIGURE_SIZES)[number];

export interface FigureSizeOf {
  readonly width: number;
  /** Null where the rows of a chart decide. */
  readonly height: number | null;
}

/** Millimetres of text on a page of GB/T 9704 (156 × 225), in the 96 to an inch that Word counts a picture in. */
const PAGE_WIDTH = 590;

/** In pixels at scale 1. `half` and `full` fill half of a page's text or all of it. */
export const SIZES: Readonly<Record<FigureSizeName, FigureSizeOf>> = {
  default: { width: 960, height: null },
  half: { width: PAGE_WIDTH, height: 410 },
  full: { width: PAGE_WIDTH, height: 850 },
  "16:9": { width: 960, height: 540 },
  square: { width: 720, height: 720 },
};
