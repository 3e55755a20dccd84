import { departmentChartFile } from "@/lib/server/charts/department-chart-file";

export const GET = departmentChartFile("png");
