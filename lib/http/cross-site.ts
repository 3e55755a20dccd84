// Whether a write was sent by a page of another origin, which could use its reader's cookies.
import "server-only";

/** Programs send no Origin and are allowed: they have no cookies of a user. */
export function isCrossSite(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin === null) return false;
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? new URL(request.url).host;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
