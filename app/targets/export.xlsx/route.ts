export { targetExportXlsx as GET } from "@/lib/http/target-list-export";
