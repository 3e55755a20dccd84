import { targetChartFile } from "@/lib/server/charts/chart-file";

export const GET = targetChartFile("csv");
