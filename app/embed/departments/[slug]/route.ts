import { embedDepartment } from "@/lib/server/embed/respond";

export const GET = embedDepartment;
