export { getHealth as GET } from "@/lib/http/api/handlers";
