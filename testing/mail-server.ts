// A real SMTP server in this process, for tests that send mail.
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { mailer, type Sender } from "@/lib/server/mail";

export interface TestMailServer {
  /** Sends through this server. */
  readonly sender: Sender;
  /** The accepted messages, in order, headers included. */
  readonly mails: { to: string; text: string }[];
  /** Makes the server reject every message with a permanent error. */
  rejects: boolean;
  close(): Promise<void>;
}

/** Starts the server on a free port of 127.0.0.1. */
export async function startMailServer(): Promise<TestMailServer> {
  const mails: TestMailServer["mails"] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (server.rejects) return callback(new Error("mailbox full"));
        const to = session.envelope.rcptTo.map((one) => one.address).join();
        mails.push({ to, text: Buffer.concat(chunks).toString("utf8") });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as AddressInfo;
  const server: TestMailServer = {
    sender: {
      transport: mailer(`smtp://127.0.0.1:${port}`),
      from: "dcs@example.gov.cn",
      url: "https://guatu.example",
    },
    mails,
    rejects: false,
    close: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
  return server;
}
