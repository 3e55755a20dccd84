export { auditExportFile as GET } from "@/lib/http/audit-export";
