export { chartCollectionZip as GET } from "@/lib/http/chart-collection";
