import { comparisonChartFile } from "@/lib/server/charts/chart-file";

export const GET = comparisonChartFile("png");
