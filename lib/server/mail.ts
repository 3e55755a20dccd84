// Mail by SMTP, if a server is configured.
import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/server/env";
import { ADDRESS } from "@/lib/server/origin";

/** Timeout, so that a mail server that does not answer does not block the page. */
const PATIENCE_MS = 15_000;

export function mailer(smtpUrl: string): Transporter {
  return createTransport(
    { url: smtpUrl, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS },
    { disableFileAccess: true, disableUrlAccess: true },
  );
}

export interface Sender {
  readonly transport: Transporter;
  readonly from: string;
  /** The app's address in the mail. */
  readonly url: string;
}

let sender: Sender | null | undefined;

/** Null if no SMTP server is configured: no mail is sent. */
export function getSender(): Sender | null {
  if (sender !== undefined) return sender;
  const smtp = env.GUATU_SMTP_URL;
  sender =
    smtp === undefined
      ? null
      : { transport: mailer(smtp), from: env.GUATU_MAIL_FROM ?? "guatu@localhost", url: ADDRESS };
  return sender;
}
