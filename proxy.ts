// What Next must be told before it looks for a page: the day of an address's ?asOf=, as a header, so that every page of
// the request stands on it (reads only, and nobody sends the header from outside); and that an address that cannot be
// decoded is nobody's, which it would answer as a fault of its own.
import { type NextRequest, NextResponse } from "next/server";
import { AS_OF_HEADER } from "./lib/i18n/choices";

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.delete(AS_OF_HEADER);
  const asOf = request.nextUrl.searchParams.get("asOf");
  const isRead = request.method === "GET" || request.method === "HEAD";
  // Anything else is no day, and much of it could not stand in a header.
  if (isRead && asOf !== null && /^\d{4}-\d{2}-\d{2}$/.test(asOf)) headers.set(AS_OF_HEADER, asOf);
  const passedOn = { request: { headers } };
  if (isDecodable(request.nextUrl.pathname)) return NextResponse.next(passedOn);
  // No page has this name.
  return NextResponse.rewrite(new URL("/not-found", request.url), passedOn);
}

/** Runs only where one of the three is there: every other request goes its way untouched. */
export const config = {
  matcher: [
    { source: "/:path*", has: [{ type: "query", key: "asOf" }] },
    { source: "/:path*", has: [{ type: "header", key: "x-guatu-as-of" }] },
    { source: "/(.*%.*)" },
  ],
};
