// Generates the files of bulletins, in the worker process: one at a time.
import "server-only";
import type { PgBoss } from "pg-boss";
import { LANGUAGES } from "@/lib/i18n/languages";
import { FILE_FORMATS } from "@/lib/schemas/bulletin";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { clockOn } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { dayOf, oneOf } from "@/lib/server/db/columns";
import { claimFile, generateInto, markFailed, workOnFiles } from "@/lib/server/files/generated";
import { getBulletin } from "./data";
import { BULLETIN_FILES } from "./files";
import { renderBulletinFile } from "./render-file";

/** Generates a requested file. It is stored under its name only when it is complete. */
export async function generateFile(fileId: string): Promise<void> {
  if (!(await claimFile(BULLETIN_FILES, fileId))) return;
  const record = await db.bulletinFile.findUniqueOrThrow({ where: { id: fileId } });
  const today = dayOf(record.viewedOn);
  const actor = await getActorOfUser(record.requestedById);
  const view = actor && (await getBulletin(record.bulletinId, { actor, clock: clockOn(today) }));
  if (actor === null || view === null) return markFailed(BULLETIN_FILES, fileId, "no-access");
  const [format, lang] = [oneOf(FILE_FORMATS, record.format), oneOf(LANGUAGES, record.lang)];
  await generateInto(BULLETIN_FILES, record, (onProgress) =>
    renderBulletinFile({ view, format, lang, actor, onProgress }),
  );
}

export function workOnBulletinFiles(queue: PgBoss): Promise<void> {
  return workOnFiles(queue, BULLETIN_FILES, generateFile);
}
