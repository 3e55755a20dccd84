export { departmentChartCsv as GET } from "@/lib/http/chart-file";
