import { openApiDocument } from "@/lib/http/api/openapi";
import { guarded } from "@/lib/http/guard";
import { respondJson } from "@/lib/http/respond";

export const GET = guarded(async (request: Request) => respondJson(request, openApiDocument()));
