// The public URL of the app, for links outside it: citations, frames, previews, invitations, mails.
import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/server/env";

const given = env.GUATU_URL?.replace(/\/+$/, "");

/** Without a request: the configured URL, or this machine. No trailing slash. */
export const ADDRESS = given ?? `http://localhost:${env.PORT}`;

/** The configured URL, or that of the request. A form sends the URL of its page, and with it http or https. */
export async function getOrigin(): Promise<string> {
  if (given !== undefined) return given;
  const sent = await headers();
  const host = sent.get("host") ?? `localhost:${env.PORT}`;
  const own = sent.get("origin");
  if (own?.endsWith(`://${host}`)) return own;
  return `${sent.get("x-forwarded-proto")?.split(",")[0] ?? "http"}://${host}`;
}
