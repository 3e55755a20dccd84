export { downloadCollection as GET } from "@/lib/http/collection-files";
