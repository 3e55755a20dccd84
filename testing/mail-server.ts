// A real SMTP server with the sender that uses it, for integration tests that send mail.
import { mailer, type Sender } from "@/lib/server/mail";
import { startSmtpServer, type TestSmtpServer } from "@/testing/smtp-server";

export interface TestMailServer extends TestSmtpServer {
  /** Sends through this server. */
  readonly sender: Sender;
}

/** Starts the server on a free port of 127.0.0.1. */
export async function startMailServer(): Promise<TestMailServer> {
  const server = await startSmtpServer();
  const sender = { transport: mailer(server.url), from: "dcs@example.gov.cn", url: "https://guatu.example" };
  return Object.assign(server, { sender });
}
