// The process that sends reminders. Started by the launcher where mail or webhooks are set; several may run at once.
import "./one-line-faults";
import { db } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { getSender } from "@/lib/server/mail";
import { startJobs } from "@/lib/server/reminders/jobs";
import { parseWebhooks } from "@/lib/server/reminders/webhooks";

const sender = getSender();
const boss = await startJobs({ databaseUrl: env.DATABASE_URL, sender, webhooks: parseWebhooks(env.GUATU_WEBHOOKS) });

let isEnding = false;
async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await boss.stop({ graceful: true });
  await db.$disconnect();
  process.exit(0);
}
for (const signal of ["SIGTERM", "SIGINT", "disconnect"] as const) process.on(signal, end);
console.log("guatu: reminders are on");
