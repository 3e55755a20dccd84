// The mails of published bulletins: requested here, sent by the worker process (send-mail.ts).
import "server-only";
import { LANGUAGES } from "@/lib/i18n/languages";
import { MAIL_FAILURES, MAIL_STATES, type MailFailure } from "@/lib/schemas/bulletin";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { isUuid, oneOf } from "@/lib/server/db/columns";
import { sendJob } from "@/lib/server/jobs/queue";
import { mutate, type Result, reject } from "@/lib/server/mutation";
import type { BulletinMailView } from "@/lib/views/bulletin";
import { getBulletin } from "./data";
import { requestFile } from "./files";

export interface MailJob {
  readonly mailId: string;
}

export async function markMailFailed(mailId: string, failure: MailFailure, detail = ""): Promise<void> {
  const data = { state: "failed", failure, detail: detail.slice(0, 500), finishedAt: new Date() };
  await db.bulletinMail.updateMany({ where: { id: mailId, state: "queued" }, data });
}

export async function queueMail(mailId: string): Promise<void> {
  await sendJob("bulletin-mail", mailId, { mailId } satisfies MailJob).catch((error) => {
    // The worker queues it when it starts.
    console.error(`guatu: the mail ${mailId} could not be queued: ${error.message}`);
  });
}

interface SendRequest {
  readonly id: string;
  readonly to: readonly string[];
}

/** Requests a mail to each address, also to those that have received one. */
export async function sendBulletin({ id, to }: SendRequest, context: Context): Promise<Result<readonly string[]>> {
  const view = await getBulletin(id, context);
  const outcome = await mutate("bulletin.write", context, async ({ tx, actor }) => {
    if (view === null) reject({ kind: "not-found" });
    if (view.state !== "published") reject({ kind: "forbidden" });
    const lang = view.bulletin.template.mailLanguage;
    // The wall clock, also in demo mode: these instants are about processes.
    const request = { bulletinId: id, lang, requestedById: actor.userId, requestedAt: new Date() };
    const mails = [];
    for (const address of to) mails.push(await tx.bulletinMail.create({ data: { ...request, address } }));
    const event = { action: "bulletin.sent" as const, id, before: null, after: { addresses: [...to] } };
    return { result: mails.map((mail) => mail.id), events: [event] };
  });
  if (outcome.ok) {
    const lang = view?.bulletin.template.mailLanguage ?? LANGUAGES[0];
    await requestFile({ id, format: "pdf", lang }, context);
    for (const mailId of outcome.value) await queueMail(mailId);
  }
  return outcome;
}

/** The recipients of the bulletin's template, when it is published. */
export async function sendToRecipients(id: string, context: Context): Promise<void> {
  const to = (await getBulletin(id, context))?.bulletin.template.mailTo ?? [];
  if (to.length > 0) await sendBulletin({ id, to }, context);
}

/** The log of a bulletin's mails, the latest first. */
export async function listMails(bulletinId: string): Promise<BulletinMailView[]> {
  if (!isUuid(bulletinId)) return [];
  const records = await db.bulletinMail.findMany({
    where: { bulletinId },
    include: { requestedBy: { select: { name: true } } },
    orderBy: [{ requestedAt: "desc" }, { address: "asc" }],
  });
  return records.map(({ requestedBy, state, failure, ...record }) => ({
    ...record,
    requestedBy: requestedBy.name,
    state: oneOf(MAIL_STATES, state),
    failure: failure === null ? null : oneOf(MAIL_FAILURES, failure),
  }));
}
