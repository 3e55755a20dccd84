// The text of an uploaded document: .docx, .pdf with text, .html, .txt. Runs in the process; fetches and executes nothing.

import { readDocx } from "@/lib/imports/documents/read-docx";
import { readHtml } from "@/lib/imports/documents/read-html";
import { readPdf } from "@/lib/imports/documents/read-pdf";
import { decodeText } from "@/lib/imports/workbook/csv";

type DocumentFormat = "docx" | "pdf" | "html" | "txt";
/** `no-text`: a scan, or an empty file. */
export type DocumentFault = "document-too-large" | "not-a-document" | "no-text";
export type DocumentRead =
  | { readonly ok: true; readonly format: DocumentFormat; readonly text: string }
  | { readonly ok: false; readonly fault: DocumentFault };

const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;
/** About 600 pages of Chinese. */
const MOST_CHARACTERS = 1_000_000;

/** Recognises the format by its first bytes, not by the name of the file. Paragraphs are lines. Never throws. */
export async function readDocument(bytes: Uint8Array): Promise<DocumentRead> {
  if (bytes.length > MAX_DOCUMENT_BYTES) return { ok: false, fault: "document-too-large" };
  const format = formatOf(bytes);
  const text = await readAs(format, bytes).catch(() => null);
  if (text === null) return { ok: false, fault: "not-a-document" };
  if (text === "too-large" || text.length > MOST_CHARACTERS) return { ok: false, fault: "document-too-large" };
  return text.trim() === "" ? { ok: false, fault: "no-text" } : { ok: true, format, text };
}

function formatOf(bytes: Uint8Array): DocumentFormat {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (head.startsWith("PK\u0003\u0004")) return "docx";
  if (head.includes("%PDF-")) return "pdf";
  return /<(?:!doctype html|html|head|body|meta|div|p|table)[\s>]/i.test(head) ? "html" : "txt";
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
      return decodeText(bytes);
  }
}
