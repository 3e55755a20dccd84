import { respondToReport } from "@/lib/http/api/report";
import { guarded } from "@/lib/http/guard";

interface Route {
  readonly params: Promise<{ readonly code: string }>;
}

export const POST = guarded(async (request: Request, { params }: Route) =>
  respondToReport(request, (await params).code),
);
