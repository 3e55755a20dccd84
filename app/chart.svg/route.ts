import { overviewChartFile } from "@/lib/server/charts/chart-file";

export const GET = overviewChartFile("svg");
