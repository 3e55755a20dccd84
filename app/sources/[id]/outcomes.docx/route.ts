export { outcomesDocx as GET } from "@/lib/http/outcomes";
