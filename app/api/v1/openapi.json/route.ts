import { guarded } from "@/lib/server/api/guard";
import { openApiDocument } from "@/lib/server/api/openapi";
import { respondJson } from "@/lib/server/api/respond";

export const GET = guarded(async (request: Request) => respondJson(request, openApiDocument()));
