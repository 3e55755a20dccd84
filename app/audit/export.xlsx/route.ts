export { auditWorkbookFile as GET } from "@/lib/http/audit-export";
