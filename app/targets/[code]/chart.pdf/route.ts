export { targetChartPdf as GET } from "@/lib/http/chart-file";
