import { targetQuerySchema } from "@/lib/schemas/api";
import { contextOn, isFieldError } from "@/lib/server/api/as-of";
import { guarded } from "@/lib/server/api/guard";
import { parseQuery } from "@/lib/server/api/query";
import { problem, respondJson } from "@/lib/server/api/respond";
import { departmentJson } from "@/lib/server/api/target-json";
import { getContext } from "@/lib/server/context";
import { listDepartments } from "@/lib/server/departments/data";

export const GET = guarded(async (request: Request) => {
  const query = parseQuery(targetQuerySchema, new URL(request.url).searchParams);
  if (!query.ok) return problem(400, undefined, query.errors);
  const context = contextOn(await getContext(), query.data.asOf);
  if (isFieldError(context)) return problem(400, undefined, [context]);
  const departments = await listDepartments(context);
  return respondJson(request, {
    data: departments.map((department) => departmentJson(department, query.data.lang)),
    nextCursor: null,
  });
});
