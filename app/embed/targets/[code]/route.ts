export { embedTarget as GET } from "@/lib/http/embed/handlers";
