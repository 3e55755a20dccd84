import { getTranslations } from "next-intl/server";
import { ForPerson } from "@/components/delegations/for-person";
import { DayFile, DayLink } from "@/components/layout/day-link";
import { Button } from "@/components/ui/button";
import { DataTableHead } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { formatInstant } from "@/lib/i18n/format-instant";
import { type AuditFilters, EVENT_ENTITIES } from "@/lib/schemas/audit";
import type { PersonNames } from "@/lib/views/account";
import type { EventPage, EventView } from "@/lib/views/event";
import { type EventWords, eventValues } from "@/lib/wording/event-values";

interface AuditTableProps extends EventWords {
  readonly page: EventPage;
  readonly filters: AuditFilters;
  readonly person: PersonNames;
}

async function Filters({ filters }: Pick<AuditTableProps, "filters">) {
  const t = await getTranslations("audit");
  return (
    <form method="get" className="my-3 flex flex-wrap items-end gap-3 border-y py-3">
      <Field compact id="audit-q" label={t("q")}>
        {(control) => <Input {...control} compact name="q" defaultValue={filters.q} />}
      </Field>
      <Field compact id="audit-entity" label={t("entity")}>
        {(control) => (
          <Select
            {...control}
            compact
            name="entity"
            defaultValue={filters.entity ?? ""}
            options={[
              { value: "", label: t("all") },
              ...EVENT_ENTITIES.map((value) => ({ value, label: t(`entities.${value}`) })),
            ]}
          />
        )}
      </Field>
      {(["from", "to"] as const).map((end) => (
        <Field key={end} compact id={`audit-${end}`} label={t(end)}>
          {(control) => <Input {...control} compact type="date" name={end} defaultValue={filters[end]} />}
        </Field>
      ))}
      <Button type="submit" variant="primary">
        {t("filter")}
      </Button>
    </form>
  );
}

/** The filled values, one per line. */
function Values({ values, ...words }: EventWords & { readonly values: EventView["after"] }) {
  return eventValues(values, words).map(({ key, name, text }) => (
    <span key={key} className="block">
      <span className="text-ink-soft">{name}</span> {text}
    </span>
  ));
}

type EventRowProps = EventWords & Pick<AuditTableProps, "person"> & { readonly event: EventView };

async function EventRow({ event, person, lang, departments }: EventRowProps) {
  const t = await getTranslations("audit");
  const key = `actions.${event.action}` as Parameters<typeof t>[0];
  const action = t.has(key) ? t(key) : event.action;
  const cell = "py-2 pr-3 align-top max-md:block max-md:py-0";
  return (
    <tr className="border-b text-sm max-md:block max-md:py-2">
      <td className={`${cell} whitespace-nowrap tabular-nums`}>{formatInstant(event.at.toISOString(), lang)}</td>
      <td className={`${cell} md:min-w-44`}>
        {event.actor === null ? t("system") : person(event.actor)}
        <ForPerson name={event.onBehalfOf} person={person} />
      </td>
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
              <Values values={event.before} lang={lang} departments={departments} />
            </del>
          )}
          <Values values={event.after} lang={lang} departments={departments} />
          <code className="block text-xs break-all text-ink-soft">{event.hash}</code>
        </details>
      </td>
    </tr>
  );
}

/** Every change in order, with the values before and after. */
export async function AuditTable({ page, filters, person, lang, departments }: AuditTableProps) {
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
        <DayFile href={`/audit/export.xlsx?${query}`}>{t("xlsx")}</DayFile>
        <DayFile href={`/audit/export.csv?${query}`}>{t("csv")}</DayFile>
      </p>
      {page.events.length === 0 && <EmptyState>{t("none")}</EmptyState>}
      <table className="w-full border-collapse max-md:block">
        <DataTableHead className="max-md:hidden" columns={heads.map((key) => ({ key, label: t(key) }))} />
        <tbody className="max-md:block">
          {page.events.map((event) => (
            <EventRow key={event.sequence} event={event} person={person} lang={lang} departments={departments} />
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
