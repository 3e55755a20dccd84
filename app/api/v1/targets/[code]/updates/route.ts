import { guarded } from "@/lib/server/api/guard";
import { respondToReport } from "@/lib/server/updates/report-by-api";

interface Route {
  readonly params: Promise<{ readonly code: string }>;
}

export const POST = guarded(async (request: Request, { params }: Route) =>
  respondToReport(request, (await params).code),
);
