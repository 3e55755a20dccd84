import { targetChartFile } from "@/lib/http/chart-file";

export const GET = targetChartFile("csv");
