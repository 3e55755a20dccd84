export { getCollectionState as GET } from "@/lib/http/collection-files";
