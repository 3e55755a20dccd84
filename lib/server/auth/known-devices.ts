// Browsers that have signed in to an account before have a signed cookie, so that attempts of others do not delay the
// owner there.
import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env, sessionSecret } from "@/lib/server/env";

export const DEVICE_COOKIE = "guatu-device";
export const DEVICE_COOKIE_SECONDS = 365 * 24 * 60 * 60;
/** Accounts one browser remembers, the latest first. */
const REMEMBERED = 8;

function digest(...values: readonly string[]): string {
  return createHmac("sha256", sessionSecret(env))
    .update(JSON.stringify(["device", ...values]))
    .digest("base64url")
    .slice(0, 22);
}

const accountOf = (email: string) => digest("account", email.toLowerCase());

function isSigned(entry: string): boolean {
  const [account = "", nonce = "", signature = ""] = entry.split(".");
  const expected = Buffer.from(digest("signature", account, nonce));
  const sent = Buffer.from(signature);
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}

function entriesOf(cookie: string | null | undefined): string[] {
  return (cookie ?? "").split("~").slice(0, REMEMBERED).filter(isSigned);
}

/** The browser's secret for the account; null if it has never signed in to it. */
export function knownDevice(cookie: string | null | undefined, email: string): string | null {
  const account = accountOf(email);
  const entry = entriesOf(cookie).find((one) => one.startsWith(`${account}.`));
  return entry?.split(".")[1] ?? null;
}

/** The cookie once the browser has signed in to the account. */
export function rememberDevice(cookie: string | null | undefined, email: string): string {
  const account = accountOf(email);
  const nonce = knownDevice(cookie, email) ?? randomBytes(16).toString("base64url");
  const others = entriesOf(cookie).filter((one) => !one.startsWith(`${account}.`));
  return [`${account}.${nonce}.${digest("signature", account, nonce)}`, ...others].slice(0, REMEMBERED).join("~");
}
