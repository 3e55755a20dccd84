export { departmentChartPng as GET } from "@/lib/http/chart-file";
