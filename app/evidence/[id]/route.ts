import { deleteEvidence, getEvidence } from "@/lib/server/evidence/respond";

export const GET = getEvidence;
export const DELETE = deleteEvidence;
