import { targetChartFile } from "@/lib/server/charts/target-chart-file";

export const GET = targetChartFile("csv");
