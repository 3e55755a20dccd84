// Runs before Next's routing. Turns ?asOf= into a request header, so that every page of the request uses that day: reads,
// and the page that is rendered after an action. The header of external requests is removed. Rewrites a URL that cannot
// be decoded to the 404 page, because Next would return 500.
import { type NextRequest, NextResponse } from "next/server";
import { AS_OF_HEADER, PAGE_ONLY } from "./lib/i18n/choices";

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
  // Other values are not a day, and many are not valid in a header.
  if (asOf !== null && /^\d{4}-\d{2}-\d{2}$/.test(asOf)) headers.set(AS_OF_HEADER, isRead ? asOf : PAGE_ONLY + asOf);
  const passedOn = { request: { headers } };
  if (isDecodable(request.nextUrl.pathname)) return NextResponse.next(passedOn);
  // A path without a page.
  return NextResponse.rewrite(new URL("/not-found", request.url), passedOn);
}

/** Runs only for requests with one of the three; all others bypass the proxy. */
export const config = {
  matcher: [
    { source: "/:path*", has: [{ type: "query", key: "asOf" }] },
    { source: "/:path*", has: [{ type: "header", key: "x-guatu-as-of" }] },
    { source: "/(.*%.*)" },
  ],
};
