import "server-only";
import type { ChartFormat } from "@/lib/schemas/chart-query";
import { listDepartments } from "@/lib/server/departments/data";
import { hasSampleProgress, overviewChartModel } from "@/lib/server/overview/chart";
import { chartFile } from "./chart-file";

/** GET /chart.{format}. */
export function overviewChartFile(format: ChartFormat) {
  return chartFile<object>(format, async (_params, context, lang) => {
    const [departments, samples] = await Promise.all([listDepartments(context), hasSampleProgress(context.clock)]);
    const byDepartment = departments.filter((one) => one.total > 0);
    return { model: overviewChartModel({ byDepartment }, context.clock, lang, samples), plainName: "overview" };
  });
}
