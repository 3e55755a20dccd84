// The text of an uploaded document: .docx, .pdf with text, .html, .txt. Runs in the process; fetches and executes nothing.

import { fileTypeFromBuffer } from "file-type";
import { readDocx } from "@/lib/imports/documents/read-docx";
import { readHtml } from "@/lib/imports/documents/read-html";
import { readPdf } from "@/lib/imports/documents/read-pdf";
import { decodeText } from "@/lib/imports/workbook/csv";

type DocumentFormat = "docx" | "pdf" | "html" | "txt";
/** `no-text`: a scan, or an empty file. */
export type DocumentFault = "document-too-large" | "document-encrypted" | "not-a-document" | "no-text";
export type DocumentRead =
  | { readonly ok: true; readonly format: DocumentFormat; readonly text: string }
  | { readonly ok: false; readonly fault: DocumentFault };

const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;
/** About 600 pages of Chinese. */
const MOST_CHARACTERS = 1_000_000;

/** Recognises the format by its first bytes, not by the name of the file. Paragraphs are lines. Never throws. */
export async function readDocument(bytes: Uint8Array): Promise<DocumentRead> {
  if (bytes.length > MAX_DOCUMENT_BYTES) return { ok: false, fault: "document-too-large" };
  if (isEncryptedOffice(bytes)) return { ok: false, fault: "document-encrypted" };
  const format = formatOf(bytes);
  const text = await readAs(format, bytes).catch((error: unknown) => (needsPassword(error) ? "encrypted" : null));
  if (text === "encrypted") return { ok: false, fault: "document-encrypted" };
  if (text === null) return { ok: false, fault: "not-a-document" };
  if (text === "too-large" || text.length > MOST_CHARACTERS) return { ok: false, fault: "document-too-large" };
  return text.trim() === "" ? { ok: false, fault: "no-text" } : { ok: true, format, text };
}

/** A Word file with a password is a container of the older format with this entry, named in UTF-16. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  const isContainer = [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
  return isContainer && Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));
}

function needsPassword(error: unknown): boolean {
  return error instanceof Error && error.name === "PasswordException";
}

function formatOf(bytes: Uint8Array): DocumentFormat {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (head.startsWith("PK\u0003\u0004")) return "docx";
  if (head.includes("%PDF-")) return "pdf";
  return /<(?:!doctype html|html|head|body|meta|div|p|table)[\s>]/i.test(head) ? "html" : "txt";
}

/** Many bytes are also a text in some encoding: a picture would be read as rare characters. */
async function isOtherFile(bytes: Uint8Array): Promise<boolean> {
  const [first, second] = bytes;
  const hasByteOrderMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return !hasByteOrderMark && (await fileTypeFromBuffer(bytes)) !== undefined;
}

async function readAs(format: DocumentFormat, bytes: Uint8Array): Promise<string | null> {
  switch (format) {
    case "docx":
      return readDocx(bytes);
    case "pdf":
      return readPdf(bytes);
    case "html": {
      const html = decodeText(bytes);
      return html === null ? null : readHtml(html);
    }
    case "txt":
      return (await isOtherFile(bytes)) ? null : decodeText(bytes);
  }
}
