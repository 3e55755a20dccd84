export { getTargets as GET } from "@/lib/http/api/handlers";
