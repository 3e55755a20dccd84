export { postEvidence as POST } from "@/lib/http/evidence";
