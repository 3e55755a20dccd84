export { targetChartSvg as GET } from "@/lib/http/chart-file";
