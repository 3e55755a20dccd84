import { embedComparison } from "@/lib/server/embed/respond";

export const GET = embedComparison;
