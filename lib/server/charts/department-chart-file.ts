import "server-only";
import type { ChartFormat } from "@/lib/schemas/chart-query";
import { departmentChartModel } from "@/lib/server/departments/chart";
import { getDepartment } from "@/lib/server/departments/data";
import { chartFile } from "./chart-file";

/** GET /departments/{slug}/chart.{format}. */
export function departmentChartFile(format: ChartFormat) {
  return chartFile<{ readonly slug: string }>(format, async ({ slug }, context, lang) => {
    const department = await getDepartment(slug, context);
    return department && { model: departmentChartModel(department, context.clock, lang), plainName: department.slug };
  });
}
