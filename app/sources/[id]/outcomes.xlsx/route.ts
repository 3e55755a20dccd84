export { outcomesXlsx as GET } from "@/lib/http/outcomes";
