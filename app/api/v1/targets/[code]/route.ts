import { targetDetailJson } from "@/lib/http/api/target-json";
import { contextAsOf, isFieldError } from "@/lib/http/as-of";
import { guarded } from "@/lib/http/guard";
import { parseQuery } from "@/lib/http/query";
import { problem, respondJson } from "@/lib/http/respond";
import { targetQuerySchema } from "@/lib/schemas/api";
import { getContext } from "@/lib/server/context";
import { getTarget } from "@/lib/server/targets/detail";

interface Route {
  readonly params: Promise<{ readonly code: string }>;
}

export const GET = guarded(async (request: Request, { params }: Route) => {
  const query = parseQuery(targetQuerySchema, new URL(request.url).searchParams);
  if (!query.ok) return problem(400, undefined, query.errors);
  const context = contextAsOf(await getContext(), query.data.asOf);
  if (isFieldError(context)) return problem(400, undefined, [context]);
  const { code } = await params;
  const detail = await getTarget(code, context);
  if (detail === null) return problem(404, `Target ${code} not found`);
  return respondJson(request, targetDetailJson(detail, query.data.lang));
});
