import { targetExportFile } from "@/lib/http/target-list-export";

export const GET = targetExportFile("xlsx");
