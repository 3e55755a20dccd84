import { postReport } from "@/lib/http/api/report";
import { guarded } from "@/lib/http/guard";

interface Route {
  readonly params: Promise<{ readonly code: string }>;
}

export const POST = guarded(async (request: Request, { params }: Route) => postReport(request, (await params).code));
