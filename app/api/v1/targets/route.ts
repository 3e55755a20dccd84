import { listTargetsJson } from "@/lib/http/api/target-list-json";
import { contextAsOf, isFieldError } from "@/lib/http/as-of";
import { guarded } from "@/lib/http/guard";
import { parseQuery } from "@/lib/http/query";
import { problem, respondJson } from "@/lib/http/respond";
import { targetListQuerySchema } from "@/lib/schemas/api";
import { LIST_PARAMETERS } from "@/lib/schemas/target-list";
import { getContext } from "@/lib/server/context";
import { decodeCursor } from "@/lib/server/targets/list-query";

export const GET = guarded(async (request: Request) => {
  const query = parseQuery(targetListQuerySchema, new URL(request.url).searchParams, LIST_PARAMETERS);
  if (!query.ok) return problem(400, undefined, query.errors);
  const { lang, asOf, ...filters } = query.data;
  if (filters.cursor !== undefined && decodeCursor(filters.cursor) === null) {
    return problem(400, undefined, [{ name: "cursor", message: "is not a nextCursor of this list" }]);
  }
  const context = contextAsOf(await getContext(), asOf);
  if (isFieldError(context)) return problem(400, undefined, [context]);
  return respondJson(request, await listTargetsJson(filters, context, lang));
});
