export { targetChartXlsx as GET } from "@/lib/http/chart-file";
