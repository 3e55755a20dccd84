export { targetExportCsv as GET } from "@/lib/http/target-list-export";
