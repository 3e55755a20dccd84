import { overviewChartFile } from "@/lib/server/charts/overview-chart-file";

export const GET = overviewChartFile("png");
