export { comparisonChartPdf as GET } from "@/lib/http/chart-file";
