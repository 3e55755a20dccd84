export { deleteEvidence as DELETE, getEvidence as GET } from "@/lib/http/evidence";
