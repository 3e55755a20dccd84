import { embedOverview } from "@/lib/http/embed/handlers";

export const GET = embedOverview;
