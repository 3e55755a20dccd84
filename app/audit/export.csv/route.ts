import { auditExportFile } from "@/lib/http/audit-export";

export const GET = auditExportFile;
