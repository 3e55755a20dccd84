// What every route handler shares: a fault is a problem in JSON, not a page of HTML, and tells nothing of the inside.
import "server-only";
import { problem } from "./respond";

type Handler<A extends unknown[]> = (request: Request, ...rest: A) => Promise<Response>;

/** Next steers by throwing errors with a digest; those are its own. */
function isSteering(error: unknown): boolean {
  return typeof error === "object" && error !== null && "digest" in error;
}

export function guarded<A extends unknown[]>(handler: Handler<A>): Handler<A> {
  return async (request, ...rest) => {
    try {
      return await handler(request, ...rest);
    } catch (error) {
      if (isSteering(error)) throw error;
      console.error(error);
      return problem(500);
    }
  };
}
