// The audit as a workbook for people: words instead of codes, the city's time, links to the targets.
import "server-only";
import { PassThrough, type Readable } from "node:stream";
import type { ListColumn, ListRow } from "@/lib/exports/list-rows";
import { writeRowsXlsx } from "@/lib/exports/xlsx";
import { formatInstant } from "@/lib/i18n/format-instant";
import { getTranslator, type Translator } from "@/lib/i18n/translator";
import { EVENT_ENTITIES } from "@/lib/schemas/audit";
import type { PersonNames } from "@/lib/views/account";
import type { EventPage, EventView } from "@/lib/views/event";
import { type EventWords, eventValues } from "@/lib/wording/event-values";

interface AuditWorkbook extends EventWords {
  /** The address of the site. */
  readonly origin: string;
  readonly person: PersonNames;
  /** The number of events that match the filters. */
  readonly total: number;
}

const WIDTHS = { sequence: 8, when: 20, who: 18, entity: 14, what: 24, about: 14, before: 44, after: 44 } as const;
type AuditColumn = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as AuditColumn[];

/** A cell holds 32,767 characters. */
const LONGEST = 2000;

/** The filled values, each with its name. */
function valuesText(values: unknown, words: EventWords): string | null {
  const t = getTranslator(words.lang);
  const texts = eventValues(values, words).map(({ name, text }) => `${name}${t("punctuation.colon")}${text}`);
  const whole = texts.join(t("punctuation.semicolon"));
  return whole === "" ? null : whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
}

function actionText(action: string, t: Translator): string {
  const key = `audit.actions.${action}` as Parameters<typeof t>[0];
  return t.has(key) ? t(key) : action;
}

function whoText({ actor, onBehalfOf }: EventView, person: PersonNames, t: Translator): string {
  if (actor === null) return t("audit.system");
  return onBehalfOf === null
    ? person(actor)
    : t("delegation.actsFor", { who: person(actor), name: person(onBehalfOf) });
}

function rowOf(event: EventView, options: AuditWorkbook): ListRow {
  const { lang, person } = options;
  const t = getTranslator(lang);
  const entity = EVENT_ENTITIES.find((one) => one === event.entity);
  const cells: Readonly<Record<AuditColumn, string | null>> = {
    sequence: event.sequence,
    when: formatInstant(event.at.toISOString(), lang),
    who: whoText(event, person, t),
    entity: entity === undefined ? event.entity : t(`audit.entities.${entity}`),
    what: actionText(event.action, t),
    about: event.code,
    before: valuesText(event.before, options),
    after: valuesText(event.after, options),
  };
  return COLUMNS.map((column) => cells[column]);
}

function columnsOf({ lang, origin }: AuditWorkbook): ListColumn[] {
  const t = getTranslator(lang);
  return COLUMNS.map((key) => ({
    key,
    label: t(`audit.${key}`),
    type: key === "sequence" ? "number" : "text",
    unit: null,
    width: WIDTHS[key],
    ...(key === "about" && { linkOf: (code: string) => `${origin}/targets/${encodeURIComponent(code)}` }),
  }));
}

/** Streams, so that a long audit is never in memory as a whole. */
export function auditWorkbook(pages: AsyncIterable<EventPage>, options: AuditWorkbook): Readable {
  async function* rows() {
    for await (const { events } of pages) for (const event of events) yield rowOf(event, options);
  }
  const t = getTranslator(options.lang);
  const at = formatInstant(new Date().toISOString(), options.lang);
  const heading = [t("audit.title"), t("audit.filtered", { count: options.total, at })];
  const stream = new PassThrough();
  writeRowsXlsx(stream, columnsOf(options), rows(), { name: t("audit.title"), heading }).catch((error: Error) =>
    stream.destroy(error),
  );
  return stream;
}
