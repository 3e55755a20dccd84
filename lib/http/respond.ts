// Responses of the API: JSON and files with an ETag, problems as in RFC 9457.
import "server-only";
import { createHash } from "node:crypto";
import { toJson } from "@/lib/exports/json";
import type { ProblemJson } from "@/lib/schemas/api";

/** Any page on the web may read; without credentials, so it reads what visitors can. */
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "content-disposition, etag, link",
} as const;

/** The content depends on approved reports, on the actor and on the viewed day. */
const REVALIDATE = { "cache-control": "private, no-cache", vary: "cookie, accept-language" } as const;

function toEtag(bytes: string): string {
  return `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`;
}

function matchesEtag(request: Request, etag: string): boolean {
  const known = request.headers.get("if-none-match");
  if (known === null) return false;
  return known.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag);
}

/**
 * The result of `draw` with an ETag; 304 without drawing if the client has it already.
 * @param fingerprint changes with the content. The bytes would not work: PDF and workbook writers add a timestamp.
 */
export async function respondDrawn(
  request: Request,
  draw: () => Promise<string | Uint8Array>,
  headers: Readonly<Record<string, string>>,
  fingerprint: string,
): Promise<Response> {
  const etag = toEtag(fingerprint);
  const common = { ...CORS, ...REVALIDATE, etag };
  if (matchesEtag(request, etag)) return new Response(null, { status: 304, headers: common });
  const drawn = await draw();
  const bytes = typeof drawn === "string" ? new TextEncoder().encode(drawn) : new Uint8Array(drawn);
  const sized = { ...common, ...headers, "content-length": String(bytes.byteLength) };
  return new Response(request.method === "HEAD" ? null : bytes, { headers: sized });
}

export function respondJson(request: Request, body: unknown): Promise<Response> {
  const text = toJson(body);
  return respondDrawn(request, async () => text, { "content-type": "application/json; charset=utf-8" }, text);
}

const TITLES: Readonly<Record<number, string>> = {
  400: "Invalid request",
  401: "Authentication required",
  403: "Permission denied",
  404: "Not found",
  409: "Conflict: the record was changed by another request",
  413: "Request body too large",
  415: "Content-Type must be application/json",
  422: "Validation failed",
  500: "Internal error",
  503: "Try again later",
};

export interface FieldError {
  readonly name: string;
  readonly message: string;
}

export function problem(
  status: number,
  detail?: string,
  errors?: readonly FieldError[],
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body: ProblemJson = {
    type: "about:blank",
    title: TITLES[status] ?? "Error",
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors: [...errors] }),
  };
  const common = { ...CORS, "cache-control": "no-store", "content-type": "application/problem+json; charset=utf-8" };
  return new Response(JSON.stringify(body), { status, headers: { ...common, ...headers } });
}

/** A temporary failure: 503 with Retry-After. */
export function serviceUnavailable(detail: string): Response {
  return problem(503, detail, undefined, { "retry-after": "10" });
}
