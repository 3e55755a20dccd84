export { postReport as POST } from "@/lib/http/api/report";
