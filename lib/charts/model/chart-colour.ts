// Own colours of reported values: readable on white, and not to be mistaken for what another colour means.

/** Target lines and the lights that warn, on screen and in print (lib/charts/svg/chart-palette.ts; a test compares them). */
export const MEANINGFUL: readonly string[] = ["#a33b20", "#8f2e15", "#b07c00", "#b32d18", "#6e1423"];

const LEAST_CONTRAST = 4.5;
/** The ground of a page, slightly darker than white paper. */
const GROUND = "#fbfaf6";
/** A difference in CIELAB (ΔE*ab) that is seen in lines 2 pixels wide. */
const LEAST_DIFFERENCE = 25;

/** Linear red, green and blue, each 0–1. */
function linear(colour: string): readonly [number, number, number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

function luminance(colour: string): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2: from 1 to 21. */
export function contrastBetween(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** CIELAB with white point D65. */
function lab(colour: string): readonly [number, number, number] {
  const [red, green, blue] = linear(colour);
  const share = (value: number) => (value > 216 / 24389 ? Math.cbrt(value) : (24389 / 27 / 116) * value + 16 / 116);
  const x = share((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = share(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = share((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function differenceBetween(one: string, other: string): number {
  const [first, second] = [lab(one), lab(other)];
  return Math.hypot(...first.map((value, at) => value - (second[at] ?? 0)));
}

/**
 * Why a colour cannot be used for reported values; null if it can.
 * @param colour as #rrggbb
 */
export function colourFault(colour: string): "contrast" | "meaning" | null {
  if (contrastBetween(colour, GROUND) < LEAST_CONTRAST) return "contrast";
  return MEANINGFUL.some((one) => differenceBetween(colour, one) < LEAST_DIFFERENCE) ? "meaning" : null;
}
