export { comparisonChartPng as GET } from "@/lib/http/chart-file";
