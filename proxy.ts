// An address's ?asOf= as a header, so that every page of the request stands on that day. Reads only, and nobody sends
// the header from outside.
import { type NextRequest, NextResponse } from "next/server";
import { AS_OF_HEADER } from "./lib/i18n/choices";

export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.delete(AS_OF_HEADER);
  const asOf = request.nextUrl.searchParams.get("asOf");
  const isRead = request.method === "GET" || request.method === "HEAD";
  // Anything else is no day, and much of it could not stand in a header.
  if (isRead && asOf !== null && /^\d{4}-\d{2}-\d{2}$/.test(asOf)) headers.set(AS_OF_HEADER, asOf);
  return NextResponse.next({ request: { headers } });
}

/** Runs only where one of the two is there: every other request goes its way untouched. */
export const config = {
  matcher: [
    { source: "/:path*", has: [{ type: "query", key: "asOf" }] },
    { source: "/:path*", has: [{ type: "header", key: "x-guatu-as-of" }] },
  ],
};
