// The worker process: sends reminders, generates the files of bulletins and chart collections, sends and drafts
// bulletins. The launcher always starts one; several may run at once. Everything it needs is loaded at the start, so
// that an update on disk does not mix two versions.
import "./one-line-faults";
import { constants, setPriority } from "node:os";
import { workOnAutomaticDrafts } from "@/lib/server/bulletins/automatic-drafts";
import { workOnBulletinFiles } from "@/lib/server/bulletins/generate-file";
import { workOnBulletinMails } from "@/lib/server/bulletins/send-mail";
import { workOnCollectionFiles } from "@/lib/server/chart-collections/generate-file";
import { db } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { openWorkerQueue } from "@/lib/server/jobs/queue";
import { getSender } from "@/lib/server/mail";
import { workOnReminders } from "@/lib/server/reminders/jobs";
import { parseWebhooks } from "@/lib/server/reminders/webhooks";

// Pages have priority.
setPriority(constants.priority.PRIORITY_LOW);
const webhooks = parseWebhooks(env.GUATU_WEBHOOKS);
const queue = await openWorkerQueue(env.DATABASE_URL);
await workOnReminders(queue, { sender: getSender(), webhooks });
await workOnBulletinFiles(queue);
await workOnCollectionFiles(queue);
await workOnBulletinMails(queue, getSender());
await workOnAutomaticDrafts(queue);

const STOP_LIMIT_MS = 5_000;
let isEnding = false;
async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await queue.stop({ graceful: true, timeout: STOP_LIMIT_MS });
  await db.$disconnect();
  process.exit(0);
}
for (const signal of ["SIGTERM", "SIGINT", "disconnect"] as const) process.on(signal, end);
if (!process.connected) console.log("guatu: the worker is running");
