import { deleteEvidence, getEvidence } from "@/lib/http/evidence";

export const GET = getEvidence;
export const DELETE = deleteEvidence;
