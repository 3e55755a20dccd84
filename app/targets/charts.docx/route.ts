export { chartCollectionDocx as GET } from "@/lib/http/chart-collection";
