import { templateFile } from "@/lib/server/admin/template-file";

export const GET = templateFile;
