// The JSON API under /api/v1, and GET /api/health.
import "server-only";
import { connection } from "next/server";
import { guarded } from "@/lib/http/guard";
import { readHandler } from "@/lib/http/read-handler";
import { problem, respondJson } from "@/lib/http/respond";
import { targetListQuerySchema, targetQuerySchema } from "@/lib/schemas/api";
import { LIST_PARAMETERS } from "@/lib/schemas/target-list";
import { listDepartments } from "@/lib/server/departments/data";
import { checkHealth } from "@/lib/server/health/check";
import { getTarget } from "@/lib/server/targets/detail";
import { decodeCursor } from "@/lib/server/targets/list-query";
import { openApiDocument } from "./openapi";
import { departmentJson, targetDetailJson } from "./target-json";
import { listTargetsJson } from "./target-list-json";

interface OfTarget {
  readonly params: Promise<{ readonly code: string }>;
}

/** GET /api/v1/targets */
export const getTargets = readHandler(
  targetListQuerySchema,
  async ({ request, query, context }) => {
    const { lang, asOf: _asOf, ...filters } = query;
    if (filters.cursor !== undefined && decodeCursor(filters.cursor) === null) {
      return problem(400, undefined, [{ name: "cursor", message: "is not a nextCursor of this list" }]);
    }
    return respondJson(request, await listTargetsJson(filters, context, lang));
  },
  { lists: LIST_PARAMETERS },
);

/** GET /api/v1/targets/{code} */
export const getTargetDetail = readHandler(
  targetQuerySchema,
  async ({ request, query, context }, { params }: OfTarget) => {
    const { code } = await params;
    const detail = await getTarget(code, context);
    if (detail === null) return problem(404, `Target ${code} not found`);
    return respondJson(request, targetDetailJson(detail, query.lang));
  },
);

/** GET /api/v1/departments */
export const getDepartments = readHandler(targetQuerySchema, async ({ request, query, context }) => {
  const departments = await listDepartments(context);
  const data = departments.map((department) => departmentJson(department, query.lang));
  return respondJson(request, { data, nextCursor: null });
});

/** GET /api/v1/openapi.json */
export const getOpenApi = guarded(async (request: Request) => respondJson(request, openApiDocument()));

/** GET /api/health */
export async function getHealth(): Promise<Response> {
  await connection();
  const health = await checkHealth();
  const headers = { "cache-control": "no-store" };
  return Response.json(health, { status: health.status === "ok" ? 200 : 503, headers });
}
