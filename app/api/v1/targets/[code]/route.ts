import { targetQuerySchema } from "@/lib/schemas/api";
import { contextOn, isFieldError } from "@/lib/server/api/as-of";
import { guarded } from "@/lib/server/api/guard";
import { parseQuery } from "@/lib/server/api/query";
import { problem, respondJson } from "@/lib/server/api/respond";
import { targetDetailJson } from "@/lib/server/api/target-json";
import { getContext } from "@/lib/server/context";
import { getTarget } from "@/lib/server/targets/detail";

interface Route {
  readonly params: Promise<{ readonly code: string }>;
}

export const GET = guarded(async (request: Request, { params }: Route) => {
  const query = parseQuery(targetQuerySchema, new URL(request.url).searchParams);
  if (!query.ok) return problem(400, undefined, query.errors);
  const context = contextOn(await getContext(), query.data.asOf);
  if (isFieldError(context)) return problem(400, undefined, [context]);
  const { code } = await params;
  const detail = await getTarget(code, context);
  if (detail === null) return problem(404, `There is no target ${code} you may read`);
  return respondJson(request, targetDetailJson(detail, query.data.lang));
});
