import { templateFile } from "@/lib/http/import-template";

export const GET = templateFile;
