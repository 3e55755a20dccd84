// Sends the mails of published bulletins with the PDF, in the worker process.
import "server-only";
import type { PgBoss } from "pg-boss";
import { bulletinDocument } from "@/lib/bulletins/document";
import { cleanLine, cleanText } from "@/lib/domain/text/clean-text";
import { LANGUAGES } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { standardClock } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { files } from "@/lib/server/files/storage";
import { MAIL_RETRIES } from "@/lib/server/jobs/queue";
import type { Sender } from "@/lib/server/mail";
import type { BulletinView } from "@/lib/views/bulletin";
import { getBulletin } from "./data";
import { fileStamp } from "./files";
import { type MailJob, markMailFailed, queueMail } from "./mails";

/** The queue tries again later. */
class FileNotReady extends Error {}

type Mail = Awaited<ReturnType<typeof db.bulletinMail.findUniqueOrThrow>>;

async function readStored(key: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await files().read(key)) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** The PDF; null if it could not be generated. @throws while it is being generated. */
async function pdfOf(view: BulletinView, lang: string): Promise<Buffer | null> {
  const file = await db.bulletinFile.findFirst({
    where: { bulletinId: view.id, format: "pdf", lang, stamp: fileStamp(view) },
    orderBy: { requestedAt: "desc" },
  });
  if (file?.state === "requested" || file?.state === "generating") throw new FileNotReady("the PDF is not ready yet");
  return file?.storageKey == null ? null : readStored(file.storageKey);
}

function messageOf(view: BulletinView, mail: Mail, url: string) {
  const lang = oneOf(LANGUAGES, mail.lang);
  const t = getTranslator(lang);
  const document = bulletinDocument(view.bulletin, view.errata, lang);
  const [summary] = document.sections;
  const subject = cleanLine([document.masthead, document.number, document.title].filter(Boolean).join(" "));
  const text = [
    document.recipients,
    t("bulletinMail.lead", { title: document.title }),
    summary?.text ?? "",
    t("bulletinMail.open", { url: `${url}/bulletins/${view.id}` }),
    document.sampleNote ?? "",
    `${document.office}\n${document.dateText}`,
  ].filter(Boolean);
  return { subject, text: cleanText(text.join("\n\n")), name: `${cleanLine(document.title)}.pdf` };
}

/**
 * Sends a queued mail once.
 * @param isLast no attempt follows: the mail is marked failed instead.
 * @throws for the queue to retry, while the file is not ready or the server rejects the mail.
 */
export async function sendBulletinMail(mailId: string, sender: Sender | null, isLast: boolean): Promise<void> {
  const mail = await db.bulletinMail.findUnique({ where: { id: mailId } });
  if (mail === null || mail.state !== "queued") return;
  if (sender === null) return markMailFailed(mailId, "no-server");
  const actor = await getActorOfUser(mail.requestedById);
  const view = actor && (await getBulletin(mail.bulletinId, { actor, clock: standardClock() }));
  if (view === null) return markMailFailed(mailId, "no-access");
  try {
    const pdf = await pdfOf(view, mail.lang);
    if (pdf === null) return markMailFailed(mailId, "no-file");
    const { subject, text, name } = messageOf(view, mail, sender.url);
    const attachments = [{ filename: name, content: pdf, contentType: "application/pdf" }];
    await db.bulletinMail.update({ where: { id: mailId }, data: { attempts: { increment: 1 } } });
    await sender.transport.sendMail({ from: sender.from, to: mail.address, subject, text, attachments });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const isWaiting = error instanceof FileNotReady;
    if (isLast) return markMailFailed(mailId, isWaiting ? "no-file" : "rejected", isWaiting ? "" : detail);
    if (!isWaiting) {
      const data = { failure: "rejected", detail: detail.slice(0, 500) };
      await db.bulletinMail.update({ where: { id: mailId }, data });
    }
    throw error;
  }
  await db.bulletinMail.update({
    where: { id: mailId },
    data: { state: "sent", failure: null, detail: "", finishedAt: new Date() },
  });
}

/** Runs the mail jobs of the queue, and queues the mails whose job was lost, as after a restore. */
export async function workOnBulletinMails(queue: PgBoss, sender: Sender | null): Promise<void> {
  await queue.work<MailJob>("bulletin-mail", { includeMetadata: true }, async ([job]) => {
    if (job !== undefined) await sendBulletinMail(job.data.mailId, sender, job.retryCount >= MAIL_RETRIES);
  });
  const queued = await db.bulletinMail.findMany({ where: { state: "queued" }, select: { id: true } });
  for (const { id } of queued) await queueMail(id);
}
