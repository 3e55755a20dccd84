export { calendarFile as GET } from "@/lib/http/calendar-feed";
