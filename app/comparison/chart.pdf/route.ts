import { comparisonChartFile } from "@/lib/http/chart-file";

export const GET = comparisonChartFile("pdf");
