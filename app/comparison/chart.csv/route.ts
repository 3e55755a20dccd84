export { comparisonChartCsv as GET } from "@/lib/http/chart-file";
