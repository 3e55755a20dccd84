import { useTranslations } from "next-intl";
import { useDayHref } from "@/components/layout/day-link";
import { addDays, daysBetween, endOfMonth, type IsoDate, isoDate, startOfMonth } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate, formatLongMonth, formatWeekday } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import { dueReportsAddress } from "@/lib/schemas/due-reports-view";
import type { DueCalendar, DueCounts } from "@/lib/views/supervision";

interface MonthCalendarProps {
  readonly calendar: DueCalendar;
  readonly lang: Language;
}

/** A Monday: the weeks of the calendar start on it. */
const MONDAY = isoDate("2023-01-02");

/** 1 for Monday to 7. */
function weekdayOf(day: IsoDate): number {
  return (((daysBetween(MONDAY, day) % 7) + 7) % 7) + 1;
}

interface DueOnProps {
  readonly on: IsoDate;
  readonly due: DueCounts;
  readonly today: IsoDate;
}

/** What is due on a day, each with its list. Steps and targets have a list from today on. */
function DueOn({ on, due, today }: DueOnProps) {
  const [t, { at }] = [useTranslations("supervision.due"), useDayHref()];
  const coming = on < today ? null : `/targets?dueBy=${on}&sort=due`;
  const kinds = [
    { key: "reports", count: due.reports, href: dueReportsAddress({ day: on }) },
    { key: "replies", count: due.replies, href: "/supervision?list=instructions" },
    { key: "receipts", count: due.receipts, href: "/supervision?list=unsigned" },
    { key: "steps", count: due.steps, href: coming },
    { key: "targets", count: due.targets, href: coming },
  ] as const;
  return (
    <ul className="text-sm">
      {kinds
        .filter(({ count }) => count > 0)
        .map(({ key, count, href }) => (
          <li key={key}>
            {href === null ? (
              t(key, { count })
            ) : (
              <a href={at(href)} className="inline-block py-0.5 underline">
                {t(key, { count })}
              </a>
            )}
            {key === "reports" && due.unreported > 0 && (
              <span className={on < today ? "text-notice" : "text-ink-soft"}>
                {" "}
                {t("unreported", { count: due.unreported })}
              </span>
            )}
          </li>
        ))}
    </ul>
  );
}

/** Everything due in the month: a grid on a desk; on a phone the days on which something is due. */
export function MonthCalendar({ calendar: { today, days }, lang }: MonthCalendarProps) {
  const t = useTranslations("supervision");
  if (days.length === 0) return null;
  const first = startOfMonth(today);
  const dues = new Map(days.map((day) => [day.on, day]));
  const all = Array.from({ length: daysBetween(first, endOfMonth(today)) + 1 }, (_, index) => addDays(first, index));
  return (
    <section id="calendar" aria-labelledby="calendar-title" className="scroll-mt-4">
      <h2 id="calendar-title" className="border-b pb-1">
        {t("calendar", { month: formatLongMonth(today, lang) })}
      </h2>
      <div aria-hidden="true" className="hidden grid-cols-7 pt-1 text-sm text-ink-soft md:grid">
        {Array.from({ length: 7 }, (_, index) => (
          <span key={index} className="px-2">
            {formatWeekday(addDays(MONDAY, index), lang)}
          </span>
        ))}
      </div>
      <ol className="divide-y md:grid md:grid-cols-7 md:divide-y-0 md:border-t md:border-l">
        {all.map((on) => {
          const due = dues.get(on);
          return (
            <li
              key={on}
              style={on === first ? { gridColumnStart: weekdayOf(on) } : undefined}
              className={`py-1.5 tabular-nums md:min-h-16 md:border-r md:border-b md:px-2 ${due === undefined ? "max-md:hidden" : ""} ${on === today ? "bg-accent-ground" : ""}`}
            >
              <p className={`text-sm ${on === today ? "font-bold" : "text-ink-soft"}`}>
                <time dateTime={on}>
                  <span aria-hidden="true" className="max-md:hidden">
                    {Number(on.slice(8))}
                  </span>
                  <span className="md:sr-only">{formatIsoDate(on, lang)}</span>
                </time>
                {on === today && ` ${t("today")}`}
              </p>
              {due !== undefined && <DueOn on={on} due={due} today={today} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
