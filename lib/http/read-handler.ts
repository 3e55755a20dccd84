// A guarded GET with a strict query. An `asOf` in it moves the context to the end of that earlier day.
import "server-only";
import type { z } from "zod";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { clockOn } from "@/lib/server/clock";
import { type Context, getContext } from "@/lib/server/context";
import { guarded } from "./guard";
import { parseQuery } from "./query";
import { problem } from "./respond";

interface ReadRequest<Q> {
  readonly request: Request;
  readonly query: Q;
  readonly context: Context;
}

interface ReadOptions {
  /** Parameters that may repeat. */
  readonly lists?: ReadonlySet<string>;
  readonly contextOf?: () => Promise<Context> | Context;
}

/** Responds with 400 to an invalid query and to a future day. */
export function readHandler<Q extends { readonly asOf?: IsoDate | undefined }, A extends unknown[]>(
  schema: z.ZodType<Q>,
  handle: (read: ReadRequest<Q>, ...rest: A) => Promise<Response>,
  { lists, contextOf = getContext }: ReadOptions = {},
) {
  return guarded(async (request: Request, ...rest: A) => {
    const query = parseQuery(schema, new URL(request.url).searchParams, lists);
    if (!query.ok) return problem(400, undefined, query.errors);
    const { asOf } = query.data;
    const context = await contextOf();
    const { today } = context.clock;
    if (asOf === undefined || asOf === today) return handle({ request, query: query.data, context }, ...rest);
    if (asOf > today) {
      return problem(400, undefined, [{ name: "asOf", message: `must not be after today, ${today}` }]);
    }
    return handle({ request, query: query.data, context: { ...context, clock: clockOn(asOf, true) } }, ...rest);
  });
}
