// What the address of a chart selects, with its logo from the database.
import "server-only";
import type { ChartView } from "@/lib/charts/model/chart-view";
import { type ChartQuery, toChartView } from "@/lib/schemas/chart-query";
import { findLogo } from "@/lib/server/chart-presets/data";
import type { ChartSubject } from "@/lib/views/chart";
import { isSignedChart } from "./signature";

export async function getChartView(subject: ChartSubject, query: ChartQuery): Promise<ChartView> {
  const isSigned = isSignedChart(subject, query);
  const logo = isSigned && query.logo !== undefined ? await findLogo(query.logo) : null;
  return toChartView(query, isSigned, logo);
}
