import { embedTarget } from "@/lib/http/embed/handlers";

export const GET = embedTarget;
