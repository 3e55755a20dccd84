// A bulletin's files: asked for here, made by a process of their own, so that no page waits for them.
import "server-only";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Language } from "@/lib/i18n/languages";
import { LANGUAGES } from "@/lib/i18n/languages";
import { FILE_FORMATS, type FileFormat } from "@/lib/schemas/bulletin";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { isUuid, oneOf } from "@/lib/server/db/columns";
import { files } from "@/lib/server/files/storage";
import { type Result, reject, runMutation } from "@/lib/server/mutation";
import { FILES_VERSION } from "@/lib/server/version";
import { aliveSince, type BulletinFileView, type BulletinView, getBulletin, listFiles } from "./data";
import { makeBulletinFile, WITH_CHARTS } from "./maker";

/** Changes whenever a file made now would differ from one made before. */
export function fileStamp({ version, errata }: Pick<BulletinView, "version" | "errata">): string {
  return createHash("sha256")
    .update(JSON.stringify([FILES_VERSION, version, errata]))
    .digest("base64url")
    .slice(0, 22);
}

/** Asked for and not its turn yet, or under way. */
const UNFINISHED = ["waiting", "making"];

interface Asked {
  readonly id: string;
  readonly format: FileFormat;
  readonly lang: Language;
}

/** The wall clock, also where the visitor has moved the day: it is about processes and not about the city. */
const presently = () => new Date();

/** The file's id. What is ready or being made already is not made twice; what waited where nothing runs any more does here. */
export function requestFile({ id, format, lang }: Asked, context: Context): Promise<Result<{ fileId: string }>> {
  return runMutation(async () => {
    const { actor, clock } = context;
    const view = await getBulletin(id, context);
    if (view === null) reject({ kind: "not-found" });
    if (actor.kind !== "user") reject({ kind: "forbidden" });
    const kind = { bulletinId: id, format, lang, stamp: fileStamp(view) };
    await endSilent(kind);
    const there = await db.bulletinFile.findFirst({ where: { ...kind, state: { in: [...UNFINISHED, "ready"] } } });
    if (there !== null) {
      if (there.state === "waiting") startMaking(there.id, clock.today);
      return { fileId: there.id };
    }
    const total = WITH_CHARTS.has(format) ? view.bulletin.facts.rows.length : 0;
    const now = presently();
    const data = { ...kind, total, requestedById: actor.userId, requestedAt: now, aliveAt: now };
    const { id: fileId } = await db.bulletinFile.create({ data });
    startMaking(fileId, clock.today);
    return { fileId };
  });
}

/** How a bulletin's files stand. One that waits where nothing runs any more, as after a restart, is taken up again. */
export async function currentFiles(view: BulletinView, { clock }: Context): Promise<BulletinFileView[]> {
  const found = await listFiles(view.id, fileStamp(view));
  for (const { id, state } of found) if (state === "waiting") startMaking(id, clock.today);
  return found;
}

/** Marks what was being made by a process that has gone, and clears away what it left. */
async function endSilent(kind: { readonly bulletinId: string }): Promise<void> {
  const silent = { ...kind, state: "making", aliveAt: { lt: aliveSince() } };
  const found = await db.bulletinFile.findMany({ where: silent, select: { id: true, format: true } });
  await db.bulletinFile.updateMany({
    where: { id: { in: found.map(({ id }) => id) }, state: "making" },
    data: { state: "failed", finishedAt: presently() },
  });
  await Promise.all(found.map(({ id, format }) => deleteIfThere(unfinishedKey(id, oneOf(FILE_FORMATS, format)))));
}

const keyOf = (fileId: string, format: FileFormat) => `bulletins/${fileId}.${format}`;
/** What is not whole yet never has the name it is asked for by. */
const unfinishedKey = (fileId: string, format: FileFormat) => `${keyOf(fileId, format)}.part`;

async function deleteIfThere(key: string): Promise<void> {
  await files()
    .deleteFile(key)
    .catch(() => undefined);
}

export function cancelFile(fileId: string, context: Context): Promise<Result<null>> {
  return runMutation(async () => {
    const file = isUuid(fileId) ? await db.bulletinFile.findUnique({ where: { id: fileId } }) : null;
    const view = file === null ? null : await getBulletin(file.bulletinId, context);
    if (view === null || context.actor.kind !== "user") reject({ kind: "not-found" });
    await db.bulletinFile.updateMany({
      where: { id: fileId, state: { in: UNFINISHED } },
      data: { state: "cancelled", finishedAt: presently() },
    });
    return null;
  });
}

const holder = globalThis as typeof globalThis & { guatuMaking?: Promise<void>; guatuWaiting?: Set<string> };

/** One at a time an instance, at a lower priority than the pages. What stands in the queue already is left there. */
function startMaking(fileId: string, today: IsoDate): void {
  holder.guatuWaiting ??= new Set();
  const waiting = holder.guatuWaiting;
  if (waiting.has(fileId)) return;
  waiting.add(fileId);
  const before = holder.guatuMaking ?? Promise.resolve();
  holder.guatuMaking = before
    .then(() => runMaker(fileId, today))
    .catch(console.error)
    .finally(() => waiting.delete(fileId));
}

/** What Node is started with to make a file. */
export function makerArguments(fileId: string, today: IsoDate): string[] {
  const script = join(process.cwd(), "scripts", "bulletin-file.ts");
  return ["--conditions=react-server", "--import", "tsx", script, fileId, today];
}

async function runMaker(fileId: string, today: IsoDate): Promise<void> {
  const child = spawn(process.execPath, makerArguments(fileId, today), {
    stdio: ["ignore", "ignore", "inherit"],
    env: process.env,
  });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", resolve);
  });
  if (code !== 0) await markFailed(fileId);
}

async function markFailed(fileId: string): Promise<void> {
  await db.bulletinFile.updateMany({
    where: { id: fileId, state: { in: UNFINISHED } },
    data: { state: "failed", finishedAt: presently() },
  });
}

class Cancelled extends Error {}

async function tellProgress(fileId: string, done: number): Promise<void> {
  const told = await db.bulletinFile.updateMany({
    where: { id: fileId, state: "making" },
    data: { done, aliveAt: presently() },
  });
  if (told.count === 0) throw new Cancelled();
}

/**
 * Makes a file that was asked for and still waits; what is not whole is never to be found under its name. Whoever is
 * first to take it makes it.
 */
export async function makeFile(fileId: string, today: IsoDate): Promise<void> {
  const taken = await db.bulletinFile.updateMany({
    where: { id: fileId, state: "waiting" },
    data: { state: "making", aliveAt: presently() },
  });
  if (taken.count === 0) return;
  const record = await db.bulletinFile.findUniqueOrThrow({ where: { id: fileId } });
  const actor = await getActorOfUser(record.requestedById);
  if (actor === null) return markFailed(fileId);
  const view = await getBulletin(record.bulletinId, { actor, clock: clockOn(today) });
  if (view === null) return markFailed(fileId);
  const [format, lang] = [oneOf(FILE_FORMATS, record.format), oneOf(LANGUAGES, record.lang)];
  const [key, unfinished] = [keyOf(fileId, format), unfinishedKey(fileId, format)];
  try {
    await tellProgress(fileId, 0);
    const onProgress = (done: number) => tellProgress(fileId, done);
    const bytes = await makeBulletinFile({ view, format, lang, actor, onProgress });
    await files().write(unfinished, bytes);
    await files().moveFile(unfinished, key);
    const ready = { state: "ready", storageKey: key, size: bytes.byteLength, finishedAt: presently() };
    const kept = await db.bulletinFile.updateMany({ where: { id: fileId, state: "making" }, data: ready });
    if (kept.count === 0) await files().deleteFile(key);
  } catch (error) {
    await deleteIfThere(unfinished);
    if (error instanceof Cancelled) return;
    await markFailed(fileId);
    throw error;
  }
}
