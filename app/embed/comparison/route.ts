import { embedComparison } from "@/lib/http/embed/handlers";

export const GET = embedComparison;
