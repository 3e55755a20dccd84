// What every route handler shares: a fault is a problem in JSON, not a page of HTML, and tells nothing of the inside.
import "server-only";
import { problem, serviceUnavailable } from "./respond";

type Handler<A extends unknown[]> = (request: Request, ...rest: A) => Promise<Response>;

/** Next steers by throwing errors with a digest; those are its own. */
function isNextControlFlow(error: unknown): boolean {
  return typeof error === "object" && error !== null && "digest" in error;
}

/** The client's codes for a database that cannot be reached, and the system's where it passes them on. */
const UNREACHABLE = new Set(["P1001", "P1002", "P1008", "P1017", "ENOENT", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT"]);
const UNREACHABLE_KINDS = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout"]);

interface DatabaseFault {
  readonly code?: string;
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: { readonly kind?: string } } };
}

function isDatabaseUnreachable(error: unknown): boolean {
  if (!(error instanceof Error) || !error.constructor.name.startsWith("Prisma")) return false;
  const { code, meta } = error as DatabaseFault;
  return UNREACHABLE.has(code ?? "") || UNREACHABLE_KINDS.has(meta?.driverAdapterError?.cause?.kind ?? "");
}

export function guarded<A extends unknown[]>(handler: Handler<A>): Handler<A> {
  return async (request, ...rest) => {
    try {
      return await handler(request, ...rest);
    } catch (error) {
      if (isNextControlFlow(error)) throw error;
      console.error(error);
      return isDatabaseUnreachable(error) ? serviceUnavailable("The database is unreachable") : problem(500);
    }
  };
}
