// The process that sends reminders. Started by the launcher where mail or webhooks are set; several may run at once.
import "./one-line-faults";
import { db } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { ADDRESS } from "@/lib/server/origin";
import { startJobs } from "@/lib/server/reminders/jobs";
import { mailer } from "@/lib/server/reminders/send";
import { parseWebhooks } from "@/lib/server/reminders/webhooks";

const smtp = env.GUATU_SMTP_URL;
const sender =
  smtp === undefined ? null : { transport: mailer(smtp), from: env.GUATU_MAIL_FROM ?? "guatu@localhost", url: ADDRESS };
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
