// One picture at a time, on a thread of png.ts' pool. Plain JavaScript: threads are started from the file as it is.
import { isMainThread, workerData } from "node:worker_threads";
import { createCanvas, GlobalFonts, loadImage } from "@napi-rs/canvas";
import sharp from "sharp";

if (isMainThread) throw new Error("The pictures' worker runs on a thread of its own");
for (const file of workerData.fontFiles) GlobalFonts.registerFromPath(file, workerData.family);

/** A larger canvas is not kept: 16 MB for a picture that may never come again. */
const MOST_KEPT_PIXELS = 4_000_000;

let canvas = createCanvas(1, 1);

/**
 * The canvas is kept: most pictures have the size of the one before, and taking fresh memory costs more than drawing.
 * @param {number} width
 * @param {number} height
 */
function surfaceOf(width, height) {
  if (canvas.width !== width || canvas.height !== height) canvas = createCanvas(width, height);
  const surface = canvas.getContext("2d");
  surface.resetTransform();
  surface.clearRect(0, 0, width, height);
  return surface;
}

/**
 * @param {{ svg: string, width: number, height: number, scale: number }} picture
 * @returns {Promise<Uint8Array>} the bytes of a PNG
 */
export default async function draw({ svg, width, height, scale }) {
  const image = await loadImage(Buffer.from(svg));
  const pixels = { width: Math.round(width * scale), height: Math.round(height * scale), channels: 4 };
  const surface = surfaceOf(pixels.width, pixels.height);
  surface.scale(scale, scale);
  surface.drawImage(image, 0, 0);
  // Higher levels take up to twice as long for a tenth fewer bytes.
  const png = await sharp(canvas.data(), { raw: pixels }).png({ compressionLevel: 2 }).toBuffer();
  if (pixels.width * pixels.height > MOST_KEPT_PIXELS) canvas = createCanvas(1, 1);
  return png;
}
