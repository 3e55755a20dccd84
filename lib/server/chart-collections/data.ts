// Reads of the files of chart collections: those of a page, and one with its access check.
import "server-only";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import { COLLECTION_FAILURES, COLLECTION_FORMATS, type CollectionFailure } from "@/lib/schemas/chart-collection";
import { parseTargetFilters } from "@/lib/schemas/target-list";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayColumn, dayOf, isUuid, oneOf } from "@/lib/server/db/columns";
import type { CollectionFile, Prisma } from "@/lib/server/db/generated/client";
import { withStates } from "@/lib/server/files/generated";
import { filterWords } from "@/lib/server/targets/filter-words";
import { readableSql } from "@/lib/server/targets/readable";
import type { CollectionFileView } from "@/lib/views/chart-collection";
import type { GeneratedFileView } from "@/lib/views/generated-file";

const filtersOf = (query: string) => parseTargetFilters(new URLSearchParams(query)).filters;

/** The filters of each different list in words. */
async function conditionsOf(queries: readonly string[], lang: Language, context: Context) {
  const words = new Map<string, string>();
  for (const query of new Set(queries)) words.set(query, await filterWords(filtersOf(query), lang, context));
  return (query: string) => words.get(query) ?? "";
}

/**
 * The user's files, the latest first; for visitors those of the same list and day, which they share.
 * @param lang of the page, for the filters in words
 */
export async function listCollectionFiles(
  query: string,
  lang: Language,
  context: Context,
): Promise<CollectionFileView[]> {
  const { actor, clock } = context;
  const whose: Prisma.CollectionFileWhereInput =
    actor.kind === "user"
      ? { requestedById: actor.userId }
      : { requestedById: null, query, viewedOn: dayColumn(clock.today) };
  const records = await db.collectionFile.findMany({
    where: { ...whose, state: { not: "cancelled" }, expiresAt: { gt: new Date() } },
    orderBy: { requestedAt: "desc" },
  });
  const conditions = await conditionsOf(
    records.map((record) => record.query),
    lang,
    context,
  );
  return (await withStates(records, COLLECTION_FAILURES)).map(([record, file]) => ({
    ...file,
    title: record.title,
    query: record.query,
    conditions: conditions(record.query),
    format: oneOf(COLLECTION_FORMATS, record.format),
    lang: oneOf(LANGUAGES, record.lang),
    viewedOn: dayOf(record.viewedOn),
  }));
}

/** The actor's own file, or one of visitors; null if it has expired or belongs to another user. */
export async function getCollectionFile(fileId: string, { actor }: Context): Promise<CollectionFile | null> {
  if (!isUuid(fileId)) return null;
  const file = await db.collectionFile.findUnique({ where: { id: fileId } });
  if (file === null || file.expiresAt <= new Date()) return null;
  const isOwn = actor.kind === "user" && file.requestedById === actor.userId;
  return isOwn || file.requestedById === null ? file : null;
}

export async function getCollectionFileState(
  fileId: string,
  context: Context,
): Promise<GeneratedFileView<CollectionFailure> | null> {
  const file = await getCollectionFile(fileId, context);
  const [found] = file === null ? [] : await withStates([file], COLLECTION_FAILURES);
  return found === undefined ? null : found[1];
}

/** Whether the actor may still read every target of the file. */
export async function isReadableFile({ codes }: CollectionFile, context: Context): Promise<boolean> {
  const [found] = await db.$queryRaw<{ readable: number }[]>`
    SELECT count(*)::int AS readable FROM target t WHERE t.code = ANY(${codes}) AND ${readableSql(context)}`;
  return found?.readable === codes.length;
}
