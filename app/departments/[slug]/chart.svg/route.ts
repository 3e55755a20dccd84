export { departmentChartSvg as GET } from "@/lib/http/chart-file";
