import { embedDepartment } from "@/lib/http/embed/handlers";

export const GET = embedDepartment;
