// Draws one image at a time on a worker thread of threads.ts. Plain JavaScript, because threads start from the source file.
import { isMainThread } from "node:worker_threads";
import { crc32 } from "node:zlib";
import { createCanvas, GlobalFonts, loadImage } from "@napi-rs/canvas";
import sharp from "sharp";

if (isMainThread) throw new Error("The picture worker must run on a worker thread");

/**
 * @typedef {object} PictureTask
 * @property {string} svg
 * @property {number} width
 * @property {number} height
 * @property {number} scale
 * @property {{ family: string, files: readonly string[] }} font
 */

/** @type {Set<string>} */
const registered = new Set();

/**
 * Reads the font before its first image.
 * @param {{ family: string, files: readonly string[] }} font
 */
function register({ family, files }) {
  if (registered.has(family)) return;
  for (const file of files) GlobalFonts.registerFromPath(file, family);
  registered.add(family);
}

/** Larger canvases are not reused: 16 MB for a size that may not recur. */
const MOST_KEPT_PIXELS = 4_000_000;

let canvas = createCanvas(1, 1);

/**
 * Reuses the canvas: most images have the size of the previous one, and allocation costs more than drawing.
 * @param {number} width
 * @param {number} height
 */
function clearedContext(width, height) {
  if (canvas.width !== width || canvas.height !== height) canvas = createCanvas(width, height);
  const surface = canvas.getContext("2d");
  surface.resetTransform();
  surface.clearRect(0, 0, width, height);
  return surface;
}

/** As in CSS, so that the printed size equals that of the SVG at any scale. */
const PIXELS_PER_INCH = 96;

/**
 * Writes the resolution into the pHYs chunk. The encoder supports this only together with a colour profile and EXIF data,
 * which charts do not need.
 * @param {Buffer} png
 * @param {number} perInch
 */
function setDensity(png, perInch) {
  const at = png.indexOf("pHYs", 8, "latin1");
  if (at === -1) throw new Error("The PNG has no pHYs chunk");
  const perMetre = Math.round(perInch / 0.0254);
  png.writeUInt32BE(perMetre, at + 4);
  png.writeUInt32BE(perMetre, at + 8);
  png.writeUInt8(1, at + 12);
  png.writeUInt32BE(crc32(png.subarray(at, at + 13)), at + 13);
}

/**
 * @param {PictureTask} task
 * @returns {Promise<Uint8Array>}
 */
async function pngOf({ svg, width, height, scale, font }) {
  register(font);
  const image = await loadImage(Buffer.from(svg));
  const pixels = { width: Math.round(width * scale), height: Math.round(height * scale), channels: 4 };
  const surface = clearedContext(pixels.width, pixels.height);
  surface.scale(scale, scale);
  surface.drawImage(image, 0, 0);
  // Higher levels take up to twice as long for a tenth fewer bytes.
  const png = await sharp(canvas.data(), { raw: pixels }).png({ compressionLevel: 2 }).toBuffer();
  setDensity(png, PIXELS_PER_INCH * scale);
  if (pixels.width * pixels.height > MOST_KEPT_PIXELS) canvas = createCanvas(1, 1);
  return png;
}

/**
 * @param {PictureTask} picture
 * @returns {Promise<{ drawn: Uint8Array } | { fault: string }>}
 */
export default async function draw(picture) {
  try {
    return { drawn: await pngOf(picture) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

process.on("uncaughtException", (error) => console.error("drawing a picture:", error));
