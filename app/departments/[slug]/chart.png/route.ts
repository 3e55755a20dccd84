import { departmentChartFile } from "@/lib/http/chart-file";

export const GET = departmentChartFile("png");
