import { calendarFile } from "@/lib/server/reminders/calendar-file";

export const GET = calendarFile;
