import { departmentJson } from "@/lib/http/api/target-json";
import { contextAsOf, isFieldError } from "@/lib/http/as-of";
import { guarded } from "@/lib/http/guard";
import { parseQuery } from "@/lib/http/query";
import { problem, respondJson } from "@/lib/http/respond";
import { targetQuerySchema } from "@/lib/schemas/api";
import { getContext } from "@/lib/server/context";
import { listDepartments } from "@/lib/server/departments/data";

export const GET = guarded(async (request: Request) => {
  const query = parseQuery(targetQuerySchema, new URL(request.url).searchParams);
  if (!query.ok) return problem(400, undefined, query.errors);
  const context = contextAsOf(await getContext(), query.data.asOf);
  if (isFieldError(context)) return problem(400, undefined, [context]);
  const departments = await listDepartments(context);
  return respondJson(request, {
    data: departments.map((department) => departmentJson(department, query.data.lang)),
    nextCursor: null,
  });
});
