// Files that the worker process generates on request: states, progress, cancellation and storage, of bulletins and of
// chart collections.
import "server-only";
import type { PgBoss } from "pg-boss";
import type { FileFailure } from "@/lib/schemas/generated-file";
import { FILE_STATES } from "@/lib/schemas/generated-file";
import { oneOf } from "@/lib/server/db/columns";
import { isWorkerRunning, type QueueName, sendJob } from "@/lib/server/jobs/queue";
import type { GeneratedFileView } from "@/lib/views/generated-file";
import { files } from "./storage";

interface Condition {
  id?: string;
  state?: string | { in: string[] };
  aliveAt?: { lt: Date };
  OR?: Condition[];
}

interface Data {
  state?: string;
  failure?: string | null;
  done?: number;
  storageKey?: string | null;
  size?: number | null;
  aliveAt?: Date;
  finishedAt?: Date;
}

/** What the tables of generated files have in common. */
interface FileTable {
  updateMany(args: { where: Condition; data: Data }): PromiseLike<{ count: number }>;
  findMany(args: {
    where: Condition;
    select: { id: true; format: true };
  }): PromiseLike<{ id: string; format: string }[]>;
}

/** A kind of generated files: its table, its queue, and the folder of the file storage. */
export interface FileKind {
  readonly table: FileTable;
  readonly queue: QueueName;
  readonly folder: string;
}

interface FileRef {
  readonly id: string;
  readonly format: string;
}

interface FileJob {
  readonly fileId: string;
}

export const UNFINISHED = ["requested", "generating"];

/** A file whose progress is older is no longer being generated: its worker has ended. */
const SILENCE_MS = 60_000;

/** The wall clock: this is about processes, not about the day of the clock. */
const aliveSince = () => new Date(Date.now() - SILENCE_MS);

const keyOf = ({ folder }: FileKind, { id, format }: FileRef) => `${folder}/${id}.${format}`;
/** An incomplete file never has the name of the download. */
const unfinishedKeyOf = (kind: FileKind, file: FileRef) => `${keyOf(kind, file)}.part`;

async function deleteIfThere(key: string): Promise<void> {
  await files()
    .deleteFile(key)
    .catch(() => undefined);
}

/** Deletes what is stored of a file, complete or not. */
export async function deleteStored(kind: FileKind, file: FileRef): Promise<void> {
  await deleteIfThere(keyOf(kind, file));
  await deleteIfThere(unfinishedKeyOf(kind, file));
}

export async function markFailed(kind: FileKind, id: string, failure: string): Promise<void> {
  const data = { state: "failed", failure, finishedAt: new Date() };
  await kind.table.updateMany({ where: { id, state: { in: UNFINISHED } }, data });
}

/** The bytes of a finished file are not in the storage: requesting it again generates it again. */
export async function markMissing(kind: FileKind, id: string): Promise<void> {
  const data = { state: "failed", failure: "missing", storageKey: null, size: null };
  await kind.table.updateMany({ where: { id, state: "ready" }, data });
}

/** Queues the file, or marks it failed if the queue is unavailable. */
export async function queueFile(kind: FileKind, fileId: string): Promise<void> {
  await sendJob(kind.queue, fileId, { fileId }).catch(async (error) => {
    console.error(`guatu: the file ${fileId} could not be queued: ${error.message}`);
    await markFailed(kind, fileId, "error");
  });
}

/** Marks the files whose worker has ended, of those that `where` selects, and deletes what is stored of them. */
export async function failSilent(kind: FileKind, where: object): Promise<void> {
  const silent = { ...where, state: "generating", aliveAt: { lt: aliveSince() } };
  for (const file of await kind.table.findMany({ where: silent, select: { id: true, format: true } })) {
    await markFailed(kind, file.id, "worker-ended");
    await deleteStored(kind, file);
  }
}

/** Stops a file that is queued or being generated. */
export async function cancelGenerated(kind: FileKind, id: string): Promise<void> {
  const data = { state: "cancelled", finishedAt: new Date() };
  await kind.table.updateMany({ where: { id, state: { in: UNFINISHED } }, data });
}

class Cancelled extends Error {}

/** Ends the generation of a file with a named reason. */
export class GenerationFailure extends Error {
  constructor(readonly failure: string) {
    super(failure);
  }
}

async function saveProgress({ table }: FileKind, id: string, done: number): Promise<void> {
  const data = { done, aliveAt: new Date() };
  const { count } = await table.updateMany({ where: { id, state: "generating" }, data });
  if (count === 0) throw new Cancelled();
}

/** Requested files, and those that a worker left incomplete. */
const claimable = () => [{ state: "requested" }, { state: "generating", aliveAt: { lt: aliveSince() } }];

export async function claimFile({ table }: FileKind, id: string): Promise<boolean> {
  const { count } = await table.updateMany({
    where: { id, OR: claimable() },
    data: { state: "generating", done: 0, aliveAt: new Date() },
  });
  return count > 0;
}

/** @param done charts drawn; throws to stop when the file was cancelled */
export type SaveProgress = (done: number) => Promise<void>;

/** Stores what `render` returns for a claimed file, under its name only when it is complete. */
export async function generateInto(
  kind: FileKind,
  file: FileRef,
  render: (onProgress: SaveProgress) => Promise<Uint8Array>,
): Promise<void> {
  const { id } = file;
  const [key, unfinished] = [keyOf(kind, file), unfinishedKeyOf(kind, file)];
  try {
    const bytes = await render((done) => saveProgress(kind, id, done));
    await files().write(unfinished, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    await files().moveFile(unfinished, key);
    const ready = { state: "ready", storageKey: key, size: bytes.byteLength, finishedAt: new Date() };
    const { count } = await kind.table.updateMany({ where: { id, state: "generating" }, data: ready });
    if (count === 0) await files().deleteFile(key);
  } catch (error) {
    await deleteIfThere(unfinished);
    if (error instanceof Cancelled) return;
    if (error instanceof GenerationFailure) return markFailed(kind, id, error.failure);
    console.error(`guatu: the file ${key} could not be generated:`, error);
    await markFailed(kind, id, "error");
  }
}

/**
 * Runs the file jobs of the queue, and queues the files whose job was lost, as after a restore, or whose worker has
 * ended.
 */
export async function workOnFiles(
  queue: PgBoss,
  kind: FileKind,
  generate: (fileId: string) => Promise<void>,
): Promise<void> {
  await queue.work<FileJob>(kind.queue, async ([job]) => {
    if (job !== undefined) await generate(job.data.fileId);
  });
  const unfinished = await kind.table.findMany({ where: { OR: claimable() }, select: { id: true, format: true } });
  for (const { id } of unfinished) await queueFile(kind, id);
}

interface FileRecord extends Omit<GeneratedFileView, "state" | "failure" | "isStalled"> {
  readonly state: string;
  readonly failure: string | null;
  readonly aliveAt: Date;
}

/** The states of files as their page shows them, each with its record. */
export async function withStates<Failure extends string, R extends FileRecord>(
  records: readonly R[],
  failures: readonly (Failure | FileFailure)[],
): Promise<(readonly [R, GeneratedFileView<Failure | FileFailure>])[]> {
  const isWaiting = records.some(({ state }) => state === "requested");
  const isStalled = isWaiting && !(await isWorkerRunning());
  return records.map((record) => {
    const { id, state, done, total, size } = record;
    const hasEnded = state === "generating" && record.aliveAt < aliveSince();
    const failure = state === "failed" ? oneOf(failures, record.failure ?? "error") : hasEnded ? "worker-ended" : null;
    const shown = failure === null ? oneOf(FILE_STATES, state) : "failed";
    return [
      record,
      { id, state: shown, failure, isStalled: isStalled && state === "requested", done, total, size },
    ] as const;
  });
}
