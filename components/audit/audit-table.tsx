import { getTranslations } from "next-intl/server";
import { DayFile, DayLink } from "@/components/layout/day-link";
import { formatInstant } from "@/lib/i18n/format-instant";
import type { Language } from "@/lib/i18n/languages";
import { getPersonNames } from "@/lib/i18n/person-names";
import { type AuditFilters, EVENT_ENTITIES } from "@/lib/schemas/audit";
import type { EventPage, EventView } from "@/lib/server/events/data";

interface AuditTableProps {
  readonly page: EventPage;
  readonly filters: AuditFilters;
  readonly lang: Language;
}

const INPUT = "border bg-surface px-2 py-1";

async function Filters({ filters }: Pick<AuditTableProps, "filters">) {
  const t = await getTranslations("audit");
  return (
    <form method="get" className="my-3 flex flex-wrap items-end gap-3 border-y py-3">
      <label className="grid text-sm">
        {t("q")}
        <input name="q" defaultValue={filters.q} className={INPUT} />
      </label>
      <label className="grid text-sm">
        {t("entity")}
        <select name="entity" defaultValue={filters.entity ?? ""} className={INPUT}>
          <option value="">{t("all")}</option>
          {EVENT_ENTITIES.map((entity) => (
            <option key={entity} value={entity}>
              {t(`entities.${entity}`)}
            </option>
          ))}
        </select>
      </label>
      {(["from", "to"] as const).map((end) => (
        <label key={end} className="grid text-sm">
          {t(end)}
          <input type="date" name={end} defaultValue={filters[end]} className={INPUT} />
        </label>
      ))}
      <button type="submit" className="border border-accent px-3 py-1 font-bold text-accent">
        {t("filter")}
      </button>
    </form>
  );
}

/** Only what is there, each on its line; a long text is cut by the page, not by us. */
function Values({ values }: { readonly values: EventView["after"] }) {
  if (values === null || typeof values !== "object" || Array.isArray(values)) return null;
  const filled = Object.entries(values).filter(([, value]) => value !== null && value !== "");
  return filled.map(([key, value]) => (
    <span key={key} className="block">
      <span className="text-ink-soft">{key}</span> {typeof value === "string" ? value : JSON.stringify(value)}
    </span>
  ));
}

async function EventRow({ event, lang }: { readonly event: EventView; readonly lang: Language }) {
  const [t, person] = await Promise.all([getTranslations("audit"), getPersonNames()]);
  const action = t.has(`actions.${event.action}`) ? t(`actions.${event.action}`) : event.action;
  const cell = "py-2 pr-3 align-top max-md:block max-md:py-0";
  return (
    <tr className="border-b text-sm max-md:block max-md:py-2">
      <td className={`${cell} whitespace-nowrap tabular-nums`}>{formatInstant(event.at.toISOString(), lang)}</td>
      <td className={`${cell} md:min-w-44`}>{event.actor === null ? t("system") : person(event.actor)}</td>
      <th scope="row" className={`${cell} text-left md:min-w-40`}>
        {action}
      </th>
      <td className={`${cell} md:whitespace-nowrap`}>
        {event.code === null ? (
          <span className="text-ink-soft">{event.entityId.slice(0, 13)}</span>
        ) : (
          <DayLink href={`/targets/${event.code}`} className="inline-block py-1 underline" prefetch={false}>
            {event.code}
          </DayLink>
        )}
      </td>
      <td className={`${cell} md:w-full`}>
        <details className="entry">
          <summary>{`#${event.sequence}`}</summary>
          {event.before !== null && (
            <del className="block border-b no-underline">
              <Values values={event.before} />
            </del>
          )}
          <Values values={event.after} />
          <code className="block text-xs break-all text-ink-soft">{event.hash}</code>
        </details>
      </td>
    </tr>
  );
}

/** Every change in its order, with what was before and after. */
export async function AuditTable({ page, filters, lang }: AuditTableProps) {
  const t = await getTranslations("audit");
  const query = new URLSearchParams(
    Object.entries(filters).flatMap(([key, value]) => (value && key !== "before" ? [[key, String(value)]] : [])),
  );
  const heads = ["when", "who", "what", "about", "change"] as const;
  return (
    <div>
      <h1>{t("title")}</h1>
      <p className="text-ink-soft">{t("lead")}</p>
      <Filters filters={filters} />
      {page.head !== null && (
        <details className="text-sm">
          <summary>{t("head")}</summary>
          <p className="text-ink-soft">{t("headHint")}</p>
          <code className="break-all">{page.head}</code>
        </details>
      )}
      <p className="flex gap-4 tabular-nums">
        {t("count", { count: page.total })}
        <DayFile href={`/audit/export.csv?${query}`}>{t("csv")}</DayFile>
      </p>
      {page.events.length === 0 && <p className="py-4 text-ink-soft">{t("none")}</p>}
      <table className="w-full border-collapse max-md:block">
        <thead className="max-md:hidden">
          <tr className="border-b text-left text-sm">
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1 pr-3 font-normal text-ink-soft">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {page.events.map((event) => (
            <EventRow key={event.sequence} event={event} lang={lang} />
          ))}
        </tbody>
      </table>
      {page.next !== null && (
        <p className="py-3">
          <DayLink href={`/audit?${query}&before=${page.next}`} className="underline" prefetch={false}>
            {t("more")}
          </DayLink>
        </p>
      )}
    </div>
  );
}
