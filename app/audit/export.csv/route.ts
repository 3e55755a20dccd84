import { auditExportFile } from "@/lib/server/events/export-file";

export const GET = auditExportFile;
