export { departmentChartPdf as GET } from "@/lib/http/chart-file";
