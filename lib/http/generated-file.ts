// A file that the worker process has generated, as a download.
import "server-only";
import { type FileKind, markMissing } from "@/lib/server/files/generated";
import { openStored } from "@/lib/server/files/storage";
import { contentDisposition } from "./disposition";
import { missingFile } from "./missing-file";

const OFFICE = "application/vnd.openxmlformats-officedocument";
export const CONTENT_TYPES = {
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  pdf: "application/pdf",
  zip: "application/zip",
} as const;

interface Download {
  readonly id: string;
  readonly storageKey: string;
  readonly size: number | null;
  readonly format: keyof typeof CONTENT_TYPES;
  /** Without extension; `plain` is in ASCII. */
  readonly name: string;
  readonly plain: string;
}

export async function respondGenerated(request: Request, kind: FileKind, file: Download): Promise<Response> {
  const { id, storageKey, size, format, name, plain } = file;
  const headers = {
    "content-type": CONTENT_TYPES[format],
    "content-length": String(size),
    "content-disposition": contentDisposition("attachment", name, plain, format),
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  };
  const content = await openStored(storageKey);
  if (content === null) {
    await markMissing(kind, id);
    return missingFile(request);
  }
  return new Response(request.method === "HEAD" ? null : content, { headers });
}
