import { overviewChartFile } from "@/lib/http/chart-file";

export const GET = overviewChartFile("svg");
