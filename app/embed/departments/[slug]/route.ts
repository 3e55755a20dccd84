export { embedDepartment as GET } from "@/lib/http/embed/handlers";
