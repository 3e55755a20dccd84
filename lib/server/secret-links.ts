// Secrets that are shown once, in a link. Only their hash is stored: reading the database does not reveal the link.
import "server-only";
import { createHash, randomBytes } from "node:crypto";

export interface Secret {
  readonly token: string;
  readonly hash: string;
}

export function createSecret(): Secret {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashSecret(token) };
}

export function hashSecret(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Whether the text has the form of a secret, so that no other text is looked up. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
