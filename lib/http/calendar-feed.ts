// GET /calendar/{secret}: a calendar program has no session, only the URL.
import "server-only";
import { getCalendar } from "@/lib/server/reminders/calendar";
import { guarded } from "./guard";
import { problem } from "./respond";

export const calendarFile = guarded(async (_request: Request, { params }: { params: Promise<{ token: string }> }) => {
  const text = await getCalendar((await params).token.replace(/\.ics$/, ""));
  if (text === null) return problem(404);
  return new Response(text, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
    },
  });
});
