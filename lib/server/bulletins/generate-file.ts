// Generates the files of bulletins, in the worker process: one at a time.
import "server-only";
import type { PgBoss } from "pg-boss";
import { LANGUAGES } from "@/lib/i18n/languages";
import { FILE_FORMATS } from "@/lib/schemas/bulletin";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { clockOn, standardClock } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { files } from "@/lib/server/files/storage";
import { aliveSince, getBulletin } from "./data";
import { deleteIfThere, type FileJob, fileKey, markFailed, sendFileJob, unfinishedKey } from "./files";
import { renderBulletinFile } from "./render-file";

class Cancelled extends Error {}

async function saveProgress(fileId: string, done: number): Promise<void> {
  const { count } = await db.bulletinFile.updateMany({
    where: { id: fileId, state: "generating" },
    data: { done, aliveAt: new Date() },
  });
  if (count === 0) throw new Cancelled();
}

/** Takes a requested file, or one that another worker left incomplete. */
async function claim(fileId: string): Promise<boolean> {
  const { count } = await db.bulletinFile.updateMany({
    where: { id: fileId, OR: [{ state: "requested" }, { state: "generating", aliveAt: { lt: aliveSince() } }] },
    data: { state: "generating", done: 0, aliveAt: new Date() },
  });
  return count > 0;
}

/** Generates a requested file. It is stored under its name only when it is complete. */
export async function generateFile({ fileId, today }: FileJob): Promise<void> {
  if (!(await claim(fileId))) return;
  const record = await db.bulletinFile.findUniqueOrThrow({ where: { id: fileId } });
  const actor = await getActorOfUser(record.requestedById);
  const view = actor && (await getBulletin(record.bulletinId, { actor, clock: clockOn(today) }));
  if (actor === null || view === null) return markFailed(fileId, "no-access");
  const [format, lang] = [oneOf(FILE_FORMATS, record.format), oneOf(LANGUAGES, record.lang)];
  const [key, unfinished] = [fileKey(fileId, format), unfinishedKey(fileId, format)];
  try {
    const onProgress = (done: number) => saveProgress(fileId, done);
    const bytes = await renderBulletinFile({ view, format, lang, actor, onProgress });
    await files().write(unfinished, bytes);
    await files().moveFile(unfinished, key);
    const ready = { state: "ready", storageKey: key, size: bytes.byteLength, finishedAt: new Date() };
    const { count } = await db.bulletinFile.updateMany({ where: { id: fileId, state: "generating" }, data: ready });
    if (count === 0) await files().deleteFile(key);
  } catch (error) {
    await deleteIfThere(unfinished);
    if (error instanceof Cancelled) return;
    console.error(`guatu: the bulletin file ${fileId} could not be generated:`, error);
    await markFailed(fileId, "error");
  }
}

/** Runs the file jobs of the queue, and queues the files whose job was lost, as after a restore. */
export async function workOnBulletinFiles(queue: PgBoss): Promise<void> {
  await queue.work<FileJob>("bulletin-file", async ([job]) => {
    if (job !== undefined) await generateFile(job.data);
  });
  const { today } = standardClock();
  const requested = await db.bulletinFile.findMany({ where: { state: "requested" }, select: { id: true } });
  for (const { id } of requested) await sendFileJob({ fileId: id, today });
}
