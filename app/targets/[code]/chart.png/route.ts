export { targetChartPng as GET } from "@/lib/http/chart-file";
