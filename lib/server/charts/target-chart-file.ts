import "server-only";
import type { ChartFormat } from "@/lib/schemas/chart-query";
import { targetChartModel } from "@/lib/server/targets/chart";
import { getTarget } from "@/lib/server/targets/detail";
import { chartFile } from "./chart-file";

/** GET /targets/{code}/chart.{format}. */
export function targetChartFile(format: ChartFormat) {
  return chartFile<{ readonly code: string }>(format, async ({ code }, context, lang) => {
    const detail = await getTarget(code, context);
    return detail && { model: targetChartModel(detail, context.clock, lang), plainName: detail.code };
  });
}
