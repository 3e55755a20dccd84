import { targetExportFile } from "@/lib/server/targets/export-file";

export const GET = targetExportFile("csv");
