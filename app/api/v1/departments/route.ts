export { getDepartments as GET } from "@/lib/http/api/handlers";
