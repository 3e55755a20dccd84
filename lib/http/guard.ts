// Shared by all route handlers: an error becomes a problem in JSON, not a page of HTML, without internal details.
import "server-only";
import { problem, serviceUnavailable } from "./respond";

type Handler<A extends unknown[]> = (request: Request, ...rest: A) => Promise<Response>;

/** Next uses thrown errors with a digest for control flow; rethrow them. */
function isNextControlFlow(error: unknown): boolean {
  return typeof error === "object" && error !== null && "digest" in error;
}

/** The driver's codes for an unreachable database, and the system's codes that it passes on. */
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
