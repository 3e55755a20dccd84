// Bytes as text: UTF-8, UTF-16 with a byte-order mark, GB 18030. Keeps the mark, so that offsets are those of the file.

function encodingsOf(bytes: Uint8Array): readonly string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ["utf-16le"];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ["utf-16be"];
  return ["utf-8", "gb18030"];
}

/** Null if the bytes are in none of the encodings, or are no text. */
export function decodeText(bytes: Uint8Array): string | null {
  for (const encoding of encodingsOf(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
      return text.includes("\0") ? null : text;
    } catch {
      // Try the next encoding.
    }
  }
  return null;
}
