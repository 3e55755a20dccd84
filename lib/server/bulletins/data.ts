// Reads of bulletins: the list, one bulletin with its errata and files, and the options of a new one.
import "server-only";
import type { Bulletin } from "@/lib/bulletins/document";
import { separationProblems } from "@/lib/bulletins/separation";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import { canReadBulletin } from "@/lib/domain/permissions/can";
import { cleanLine, cleanText, cleanTexts } from "@/lib/domain/text/clean-text";
import { LANGUAGES } from "@/lib/i18n/languages";
import { BULLETIN_STATES, bulletinTemplateSchema, FILE_FORMATS, proseSchema } from "@/lib/schemas/bulletin";
import { bulletinFactsSchema, publishedTextSchema } from "@/lib/schemas/bulletin-stored";
import { FILE_FAILURES } from "@/lib/schemas/generated-file";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf, isUuid, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { withStates } from "@/lib/server/files/generated";
import { bilingual } from "@/lib/server/targets/rows";
import type { BulletinEntry, BulletinFileView, BulletinView, TemplateEntry } from "@/lib/views/bulletin";
import { listErrata } from "./errata";
import { listWithheldBulletins } from "./withheld";

const NAMED = { select: { name: true } } as const;
const WITH_PEOPLE = { author: NAMED, checker: NAMED, signer: NAMED } as const satisfies Prisma.BulletinInclude;
type BulletinRecord = Prisma.BulletinGetPayload<{ include: typeof WITH_PEOPLE }>;

function entryOf(record: Omit<BulletinRecord, "facts" | "prose" | "published" | "checker" | "signer">): BulletinEntry {
  return {
    id: record.id,
    month: dayOf(record.month),
    cutOffOn: dayOf(record.cutOffOn),
    year: record.year,
    number: record.number,
    state: oneOf(BULLETIN_STATES, record.state),
    template: bulletinTemplateSchema.parse(record.template),
    author: record.author.name,
  };
}

/** Those that the actor may read, the latest month first. */
export async function listBulletins({ actor, clock }: Context): Promise<BulletinEntry[]> {
  const records = await db.bulletin.findMany({
    where: {
      createdAt: { lte: clock.knownUntil },
      state: { not: "discarded" },
      ...(clock.isLookingBack && { publishedAt: { lte: clock.knownUntil } }),
    },
    omit: { facts: true, prose: true, published: true },
    include: { author: NAMED },
    orderBy: [{ month: "desc" }, { createdAt: "desc" }],
  });
  const withheld = await listWithheldBulletins();
  const isPublic = (record: (typeof records)[number]) => record.isPublic && !withheld.has(record.id);
  return records
    .filter((one) => canReadBulletin(actor, { isPublished: one.state === "published", isPublic: isPublic(one) }))
    .map(entryOf);
}

const WITH_PARAGRAPHS: ReadonlySet<string> = new Set(["problems", "nextStep", "reason"]);

/** Facts frozen before text was cleaned must be printable too. */
const frozenText = (text: string, property: string) =>
  WITH_PARAGRAPHS.has(property) ? cleanText(text) : cleanLine(text);

/** The facts, texts and template of a stored bulletin. */
export function toBulletin(record: Prisma.BulletinGetPayload<object>): Bulletin {
  const { published } = record;
  return {
    month: dayOf(record.month),
    cutOffOn: dayOf(record.cutOffOn),
    year: record.year,
    number: record.number,
    template: bulletinTemplateSchema.parse(record.template),
    facts: cleanTexts(bulletinFactsSchema.parse(record.facts), frozenText),
    prose: cleanTexts(proseSchema.parse(record.prose)),
    signedOn: record.signedAt === null ? null : toCityDay(record.signedAt),
    published: published === null ? null : cleanTexts(publishedTextSchema.parse(published)),
  };
}

/** Null if it does not exist, or the actor may not read it. */
export async function getBulletin(id: string, { actor, clock }: Context): Promise<BulletinView | null> {
  const record = isUuid(id) ? await db.bulletin.findUnique({ where: { id }, include: WITH_PEOPLE }) : null;
  if (record === null) return null;
  const isPublished = record.state === "published";
  // Earlier wordings of an unpublished bulletin are not stored.
  if (clock.isLookingBack && (record.publishedAt === null || record.publishedAt > clock.knownUntil)) return null;
  const isPublic = record.isPublic && !(await listWithheldBulletins()).has(id);
  if (!canReadBulletin(actor, { isPublished, isPublic })) return null;
  const bulletin = toBulletin(record);
  return {
    id,
    version: record.version,
    state: oneOf(BULLETIN_STATES, record.state),
    author: record.author.name,
    checker: record.checker?.name ?? null,
    problems: {
      check: actor.kind === "user" ? separationProblems(record, "check", actor.userId) : [],
      sign: actor.kind === "user" ? separationProblems(record, "sign", actor.userId) : [],
    },
    signer: record.signer?.name ?? null,
    departments: record.departments,
    cutOffAt: record.cutOffAt,
    bulletin,
    errata: cleanTexts(await listErrata(bulletin.facts, record.cutOffAt, clock.knownUntil), frozenText),
  };
}

/** The latest file of each format and language. */
export async function listFiles(bulletinId: string, stamp: string): Promise<BulletinFileView[]> {
  const records = await db.bulletinFile.findMany({ where: { bulletinId, stamp }, orderBy: { requestedAt: "desc" } });
  const latest = [...new Map(records.toReversed().map((one) => [`${one.format} ${one.lang}`, one])).values()];
  return (await withStates(latest, FILE_FAILURES)).map(([{ format, lang }, file]) => ({
    ...file,
    format: oneOf(FILE_FORMATS, format),
    lang: oneOf(LANGUAGES, lang),
  }));
}

export async function listTemplates(): Promise<TemplateEntry[]> {
  const records = await db.bulletinTemplate.findMany({ orderBy: { order: "asc" }, include: { office: true } });
  return records.map(({ key, body, office }) => ({
    key,
    template: bulletinTemplateSchema.parse(body),
    office: office && { slug: office.slug, name: bilingual(office.name, office.nameEn) },
  }));
}
