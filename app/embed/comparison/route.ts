export { embedComparison as GET } from "@/lib/http/embed/handlers";
