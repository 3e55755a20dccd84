import { departmentChartFile } from "@/lib/server/charts/chart-file";

export const GET = departmentChartFile("csv");
