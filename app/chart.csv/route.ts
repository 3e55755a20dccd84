export { overviewChartCsv as GET } from "@/lib/http/chart-file";
