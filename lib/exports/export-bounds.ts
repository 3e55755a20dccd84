// The size limits of images. Without limits one URL could block a server for minutes.

export const WIDTH_BOUNDS = [240, 4000] as const;
export const HEIGHT_BOUNDS = [160, 4000] as const;
/** The same in millimetres at 96 pixels per inch. */
export const MILLIMETRES = [64, 1058] as const;
export const SCALE_BOUNDS = [1, 4] as const;
const MAX_PIXELS = 40_000_000;

/** The part of a size that exceeds its limit; `pixels` if width × height × scale² is too large. */
export type ExportBound = "width" | "height" | "scale" | "pixels";

export class ExportSizeError extends Error {
  override readonly name = "ExportSizeError";
  constructor(
    readonly bound: ExportBound,
    readonly lowest: number,
    readonly highest: number,
  ) {
    super(`${bound} must lie between ${lowest} and ${highest}`);
  }
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
  /** Pixels per unit, for PNG. */
  readonly scale?: number;
}

function assertWithin(bound: ExportBound, value: number, [lowest, highest]: readonly [number, number]): void {
  const isWhole = bound === "scale" || Number.isInteger(value);
  if (!(value >= lowest && value <= highest && isWhole)) throw new ExportSizeError(bound, lowest, highest);
}

/** @throws ExportSizeError if width or height is not an integer within bounds, or the image is too large. */
export function assertPictureSize({ width, height, scale = 1 }: PictureSize): void {
  assertWithin("width", width, WIDTH_BOUNDS);
  assertWithin("height", height, HEIGHT_BOUNDS);
  assertWithin("scale", scale, SCALE_BOUNDS);
  const pixels = width * scale * height * scale;
  if (pixels > MAX_PIXELS) throw new ExportSizeError("pixels", 1, MAX_PIXELS);
}
