export { overviewChartPng as GET } from "@/lib/http/chart-file";
