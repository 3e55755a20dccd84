import { embedOverview } from "@/lib/server/embed/respond";

export const GET = embedOverview;
