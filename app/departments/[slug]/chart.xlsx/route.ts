export { departmentChartXlsx as GET } from "@/lib/http/chart-file";
