export { targetChartCsv as GET } from "@/lib/http/chart-file";
