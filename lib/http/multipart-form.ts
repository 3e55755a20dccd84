// Reads a multipart form, only if its Content-Length is present and within the limit.
import "server-only";
import { MAX_FILE_BYTES } from "@/lib/domain/evidence/file-kinds";
import type { MutationError } from "@/lib/server/mutation";
import { problem } from "./respond";

/** The overhead of a form around its files. */
const FORM_BYTES = 64 * 1024;

const STATUS = { "not-found": 404, forbidden: 403, invalid: 422, conflict: 409 } as const;

/** The form, or the error response. All files together may be as large as one. */
export async function readMultipartForm(request: Request): Promise<FormData | Response> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!Number.isFinite(length)) return problem(400, "Content-Length is required");
  if (length > MAX_FILE_BYTES + FORM_BYTES) {
    return problem(413, undefined, [{ name: "file", message: "too-large" }]);
  }
  return (await request.formData().catch(() => null)) ?? problem(400, "The request body must be a form");
}

export function refused(error: MutationError): Response {
  const errors = error.kind === "invalid" ? Object.entries(error.errors) : [];
  return problem(
    STATUS[error.kind],
    undefined,
    errors.map(([name, message]) => ({ name, message })),
  );
}
