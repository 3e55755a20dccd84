export { comparisonChartXlsx as GET } from "@/lib/http/chart-file";
