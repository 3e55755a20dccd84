// Whether a write was sent by a page of another origin, which could send its reader's cookies along.
import "server-only";

/** Programs send no Origin and are let through: they carry no cookies of anybody. */
export function isCrossSite(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin === null) return false;
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? new URL(request.url).host;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
