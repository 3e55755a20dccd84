import { postEvidence } from "@/lib/server/evidence/respond";

export const POST = postEvidence;
