export { overviewChartPdf as GET } from "@/lib/http/chart-file";
