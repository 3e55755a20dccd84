// Generates the files of chart collections, in the worker process: one at a time.
import "server-only";
import type { PgBoss } from "pg-boss";
import { CITY_TIME_ZONE } from "@/lib/domain/calendar/city-day";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { collectionToDocx } from "@/lib/exports/chart-collection/docx";
import { collectionToPdf } from "@/lib/exports/chart-collection/pdf";
import { collectionToPptx } from "@/lib/exports/chart-collection/pptx";
import { collectionToZip } from "@/lib/exports/chart-collection/zip";
import { LANGUAGES } from "@/lib/i18n/languages";
import { COLLECTION_FORMATS, type CollectionFailure, MOST_CHARTS } from "@/lib/schemas/chart-collection";
import { parseTargetFilters } from "@/lib/schemas/target-list";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf, oneOf } from "@/lib/server/db/columns";
import type { CollectionFile } from "@/lib/server/db/generated/client";
import {
  claimFile,
  GenerationFailure,
  generateInto,
  markFailed,
  type SaveProgress,
  workOnFiles,
} from "@/lib/server/files/generated";
import type { QueueName } from "@/lib/server/jobs/queue";
import { listTargets } from "@/lib/server/targets/data";
import { collect } from "./collect";
import { COLLECTION_FILES, removeExpiredFiles } from "./files";

const CLEAN_UP = "file-clean-up" satisfies QueueName;
const EVERY_HOUR_CRON = "17 * * * *";

const DRAW = {
  zip: collectionToZip,
  docx: collectionToDocx,
  pptx: collectionToPptx,
  pdf: collectionToPdf,
};

async function render(file: CollectionFile, context: Context, onProgress: SaveProgress): Promise<Buffer> {
  const { filters } = parseTargetFilters(new URLSearchParams(file.query));
  const list = await listTargets({ ...filters, cursor: undefined, limit: MOST_CHARTS }, context);
  const lang = oneOf(LANGUAGES, file.lang);
  // Also while the charts are read, so that a cancelled file stops and a slow one stays alive.
  const collection = await collect(list, { lang, onRead: () => onProgress(0) }, context);
  const codes = collection.charts.map(({ code }) => code);
  if (codes.length === 0) throw new GenerationFailure("no-charts" satisfies CollectionFailure);
  await db.collectionFile.updateMany({ where: { id: file.id }, data: { codes, total: codes.length } });
  return DRAW[oneOf(COLLECTION_FORMATS, file.format)](collection, onProgress);
}

/** Generates a requested file for the rights that its requester has now, and as known on its day. */
export async function generateCollectionFile(fileId: string): Promise<void> {
  if (!(await claimFile(COLLECTION_FILES, fileId))) return;
  const file = await db.collectionFile.findUniqueOrThrow({ where: { id: fileId } });
  const actor = file.requestedById === null ? VISITOR : await getActorOfUser(file.requestedById);
  if (actor === null) return markFailed(COLLECTION_FILES, fileId, "no-access");
  const context = { actor, clock: clockOn(dayOf(file.viewedOn)) };
  await generateInto(COLLECTION_FILES, file, (onProgress) => render(file, context, onProgress));
}

export async function workOnCollectionFiles(queue: PgBoss): Promise<void> {
  await queue.schedule(CLEAN_UP, EVERY_HOUR_CRON, {}, { tz: CITY_TIME_ZONE });
  await queue.work(CLEAN_UP, async () => {
    await removeExpiredFiles();
  });
  await workOnFiles(queue, COLLECTION_FILES, generateCollectionFile);
}
