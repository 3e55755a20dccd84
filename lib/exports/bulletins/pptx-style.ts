// Fonts, colours and positions of all slides.
export const FONT = "Microsoft YaHei";
export const INK = "1C1B19";
export const SOFT = "5C5A55";
export const GRID = { color: "E3E0D9", size: 0.5 } as const;
/** Reversed axis. The library's types allow one direction only. */
export const DOWNWARDS = "maxMin" as "minMax";
export const hex = (colour: string) => colour.slice(1).toUpperCase();

/** Position of the chart and its table, in inches: with the reported texts on the right, or the whole width. */
export const CHART_WIDTHS = { withText: 8.6, whole: 12.1 } as const;
export const X = 0.6;
export const TOP = 1.75;
export const BOTTOM = 6.85;
