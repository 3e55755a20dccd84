import { calendarFile } from "@/lib/http/calendar-feed";

export const GET = calendarFile;
