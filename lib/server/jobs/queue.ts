// The job queue: pg-boss, in the same database. The app sends jobs; the worker process (scripts/worker.ts) runs them.
import "server-only";
import { type ConstructorOptions, PgBoss, type Queue } from "pg-boss";
import { connectionConfig } from "@/lib/server/db/connection";
import { env } from "@/lib/server/env";

/** Attempts after the first of a bulletin's mail. */
export const MAIL_RETRIES = 8;

/** A killed worker sends no heartbeat: the next one takes over its job. */
const GENERATES = { policy: "exclusive", retryLimit: 1, heartbeatSeconds: 30, expireInSeconds: 3600 } as const;

/** `exclusive`: one job per key, queued or running. */
const QUEUES = {
  morning: { policy: "singleton" },
  "digest-mail": { policy: "exclusive", retryLimit: 6, retryDelay: 60, retryBackoff: true, retryDelayMax: 3600 },
  webhook: { policy: "exclusive", retryLimit: 6, retryDelay: 60, retryBackoff: true, retryDelayMax: 3600 },
  // Also waits for the file that is attached.
  "bulletin-mail": {
    policy: "exclusive",
    retryLimit: MAIL_RETRIES,
    retryDelay: 20,
    retryBackoff: true,
    retryDelayMax: 1800,
  },
  "bulletin-draft": { policy: "singleton", retryLimit: 3, retryDelay: 300 },
  "bulletin-file": GENERATES,
  "collection-file": GENERATES,
  "file-clean-up": { policy: "singleton" },
} as const satisfies Record<string, Omit<Queue, "name">>;
export type QueueName = keyof typeof QUEUES;

const WORKER = "worker";

async function open(databaseUrl: string, options: ConstructorOptions): Promise<PgBoss> {
  const queue = new PgBoss({ ...connectionConfig(databaseUrl), ...options });
  queue.on("error", (error) => console.error(`guatu: the job queue: ${error.message}`));
  await queue.start();
  for (const [name, policy] of Object.entries(QUEUES)) await queue.createQueue(name, policy);
  return queue;
}

/** For the worker process. Several may run at once; stop it before the process ends. */
export function openWorkerQueue(databaseUrl: string): Promise<PgBoss> {
  return open(databaseUrl, { max: 2, instanceName: WORKER, instanceHeartbeatSeconds: 10 });
}

const holder = globalThis as typeof globalThis & { guatuQueue?: Promise<PgBoss> };

/** The app's own queue, opened on first use: it sends jobs and runs none. */
function sendingQueue(): Promise<PgBoss> {
  holder.guatuQueue ??= open(env.DATABASE_URL, {
    max: 1,
    supervise: false,
    schedule: false,
    registerInstance: false,
  }).catch((error) => {
    holder.guatuQueue = undefined;
    throw error;
  });
  return holder.guatuQueue;
}

/** Queues a job, unless one with its key is queued or running. */
export async function sendJob(name: QueueName, key: string, data: object): Promise<void> {
  await (await sendingQueue()).send(name, data, { singletonKey: key });
}

/** Whether a worker process has sent a heartbeat within the last half minute. */
export async function isWorkerRunning(): Promise<boolean> {
  const instances = await (await sendingQueue()).getInstances();
  return instances.some(({ name, live }) => name === WORKER && live);
}
