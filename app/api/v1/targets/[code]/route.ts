export { getTargetDetail as GET } from "@/lib/http/api/handlers";
