export { embedOverview as GET } from "@/lib/http/embed/handlers";
