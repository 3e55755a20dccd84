// Sends the daily summary to chat bots and other programs. Each format has its own signature.
import "server-only";
import { createHash, createHmac } from "node:crypto";
import { cleanText } from "@/lib/domain/text/clean-text";

const WEBHOOK_FORMATS = ["generic", "wecom", "dingtalk", "feishu"] as const;
/** Group chat bots of 企业微信, 钉钉 and 飞书; generic is JSON with a signature in its header. */
type WebhookFormat = (typeof WEBHOOK_FORMATS)[number];

export interface Webhook {
  readonly format: WebhookFormat;
  readonly url: string;
  readonly secret: string | null;
}

/** Identifies a chat bot in the settings without its address, which is a secret. */
export function webhookId({ url }: Pick<Webhook, "url">): string {
  return createHash("sha256").update(url).digest("hex").slice(0, 12);
}

/** `format address secret`, one per line or semicolon. @throws Error naming the invalid entry without its secret. */
export function parseWebhooks(setting: string | undefined): Webhook[] {
  const entries = (setting ?? "").split(/[;\n]/).map((entry) => entry.trim());
  return entries.filter(Boolean).map((entry, index) => {
    const [word, url, secret] = entry.split(/\s+/);
    const format = WEBHOOK_FORMATS.find((one) => one === word);
    if (format === undefined || url === undefined || !/^https?:\/\//.test(url) || !URL.canParse(url)) {
      throw new Error(`GUATU_WEBHOOKS: entry ${index + 1} must be: ${WEBHOOK_FORMATS.join("|")} https://… secret`);
    }
    return { format, url, secret: secret ?? null };
  });
}

function hmac(key: string, text: string, encoding: "base64" | "hex"): string {
  return createHmac("sha256", key).update(text).digest(encoding);
}

export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The request as the receiver expects it, stamped with `now`. */
export function webhookRequest({ format, url, secret }: Webhook, message: string, now: Date): WebhookRequest {
  const text = cleanText(message);
  const headers: Record<string, string> = { "content-type": "application/json; charset=utf-8" };
  const milliseconds = String(now.getTime());
  const seconds = String(Math.floor(now.getTime() / 1000));
  if (format === "wecom") return { url, headers, body: JSON.stringify({ msgtype: "text", text: { content: text } }) };
  if (format === "feishu") {
    // The key is the stamped secret and the message is empty.
    const signed = secret === null ? {} : { timestamp: seconds, sign: hmac(`${seconds}\n${secret}`, "", "base64") };
    return { url, headers, body: JSON.stringify({ ...signed, msg_type: "text", content: { text } }) };
  }
  if (format === "dingtalk") {
    const address = new URL(url);
    if (secret !== null) {
      address.searchParams.set("timestamp", milliseconds);
      address.searchParams.set("sign", hmac(secret, `${milliseconds}\n${secret}`, "base64"));
    }
    return { url: address.href, headers, body: JSON.stringify({ msgtype: "text", text: { content: text } }) };
  }
  const body = JSON.stringify({ text, at: now.toISOString() });
  if (secret !== null) headers["x-guatu-signature"] = `sha256=${hmac(secret, `${milliseconds}.${body}`, "hex")}`;
  headers["x-guatu-timestamp"] = milliseconds;
  return { url, headers, body };
}

const PATIENCE_MS = 15_000;

/** @throws Error if the receiver is unavailable, returns an error, or its bot rejects the message. */
export async function deliver(webhook: Webhook, text: string, now = new Date()): Promise<void> {
  const { url, headers, body } = webhookRequest(webhook, text, now);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(url, { method: "POST", headers, body, signal, redirect: "error" });
  if (!response.ok) throw new Error(`the ${webhook.format} webhook answered ${response.status}`);
  if (webhook.format === "generic") return;
  const answer = (await response.json().catch(() => ({}))) as { errcode?: number; code?: number };
  const code = answer.errcode ?? answer.code ?? 0;
  if (code !== 0) throw new Error(`the ${webhook.format} chat bot rejected the message: ${code}`);
}
