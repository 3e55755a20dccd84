export { comparisonChartSvg as GET } from "@/lib/http/chart-file";
