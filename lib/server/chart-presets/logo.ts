// Reads an uploaded logo: a PNG or JPEG, drawn again as a small PNG, so that nothing else of the file is stored.
import "server-only";
import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { MAX_LOGO_BYTES } from "@/lib/schemas/chart-preset";

/** Four times the largest size in a figure, for print. */
const BOX = { width: 560, height: 136 } as const;
/** Against files that are small until they are unpacked. */
const MAX_PIXELS = 25_000_000;

export interface StoredLogo {
  readonly logoKey: string;
  /** The PNG in Base64. */
  readonly logo: string;
  readonly logoWidth: number;
  readonly logoHeight: number;
}

/** A fault is the code of a form's message. */
export async function readLogo(bytes: Uint8Array): Promise<StoredLogo | "logo-too-large" | "no-picture"> {
  if (bytes.byteLength > MAX_LOGO_BYTES) return "logo-too-large";
  const type = await fileTypeFromBuffer(bytes);
  if (type?.mime !== "image/png" && type?.mime !== "image/jpeg") return "no-picture";
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" })
      .rotate()
      .resize({ ...BOX, fit: "inside", withoutEnlargement: true })
      // On white: a dark emblem would disappear on a dark wall.
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true });
    const logoKey = createHash("sha256").update(data).digest("hex").slice(0, 32);
    return { logoKey, logo: data.toString("base64"), logoWidth: info.width, logoHeight: info.height };
  } catch {
    return "no-picture";
  }
}
