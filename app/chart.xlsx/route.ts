export { overviewChartXlsx as GET } from "@/lib/http/chart-file";
