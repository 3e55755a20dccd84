import { postEvidence } from "@/lib/http/evidence";

export const POST = postEvidence;
