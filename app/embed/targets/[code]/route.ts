import { embedTarget } from "@/lib/server/embed/respond";

export const GET = embedTarget;
