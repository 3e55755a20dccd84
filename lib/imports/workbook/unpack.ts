// Unpacks the XML parts of an office archive within a limit, so that a small file cannot fill the memory.
import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 5000;

/** Only what a reader of cells needs: no macros, external links, pictures or embedded files. */
const WANTED =
  /^(?:mimetype|\[Content_Types\]\.xml|content\.xml|styles\.xml|settings\.xml|meta\.xml|META-INF\/manifest\.xml|_rels\/.+|xl\/.+\.(?:xml|rels))$/iu;
const UNWANTED =
  /^xl\/(?:externalLinks|media|embeddings|drawings|charts|printerSettings|activeX|ctrlProps|queryTables|connections)/iu;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): { entry: Entry; next: number } | null {
  if (view.getUint32(at, true) !== ENTRY) return null;
  const [method, packedSize] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)];
  const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
    number,
    number,
    number,
  ];
  const local = view.getUint32(at + 42, true);
  if (view.getUint32(local, true) !== LOCAL) return null;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedSize > bytes.length) return null;
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll("\\", "/");
  return {
    entry: { name, method, packed: bytes.subarray(start, start + packedSize) },
    next: at + 46 + nameLength + extra + comment,
  };
}

function listEntries(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) return null;
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    const read = readEntry(view, bytes, at);
    if (read === null) return null;
    entries.push(read.entry);
    at = read.next;
  }
  return entries;
}

/** The XML parts by name; `too-large` beyond the limit, null if the bytes are no archive. */
export function unpack(bytes: Uint8Array, limit: number): Map<string, Uint8Array> | "too-large" | null {
  let entries: Entry[] | null;
  try {
    entries = listEntries(bytes);
  } catch {
    return null;
  }
  if (entries === null) return null;
  const parts = new Map<string, Uint8Array>();
  let left = limit;
  for (const { name, method, packed } of entries) {
    if (!WANTED.test(name) || UNWANTED.test(name)) continue;
    if (left <= 0) return "too-large";
    try {
      const part = method === 0 ? packed : new Uint8Array(inflateRawSync(packed, { maxOutputLength: left }));
      if (part.length > left) return "too-large";
      left -= part.length;
      parts.set(name, part);
    } catch (error) {
      return (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : null;
    }
  }
  return parts;
}
