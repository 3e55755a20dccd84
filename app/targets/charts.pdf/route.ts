export { chartCollectionPdf as GET } from "@/lib/http/chart-collection";
