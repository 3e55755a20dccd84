export { overviewChartSvg as GET } from "@/lib/http/chart-file";
