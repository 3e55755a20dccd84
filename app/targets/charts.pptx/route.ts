export { chartCollectionPptx as GET } from "@/lib/http/chart-collection";
