// A real SMTP server in this process.
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface TestSmtpServer {
  readonly url: string;
  /** The accepted messages, in order, headers included. */
  readonly mails: { to: string; text: string }[];
  /** Makes the server reject every message with a permanent error. */
  rejects: boolean;
  close(): Promise<void>;
}

/** Starts the server on a port of 127.0.0.1; by default a free one. */
export async function startSmtpServer(on = 0): Promise<TestSmtpServer> {
  const mails: TestSmtpServer["mails"] = [];
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
  await new Promise<void>((resolve) => smtp.listen(on, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as AddressInfo;
  const server: TestSmtpServer = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    rejects: false,
    close: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
  return server;
}
