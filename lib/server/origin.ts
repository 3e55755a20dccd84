// The address people reach this product at, for links that leave it: citations, frames, previews, invitations, mails.
import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/server/env";

const given = env.GUATU_URL?.replace(/\/+$/, "");

/** Where no request says it: as set, else this machine. Without a slash at its end. */
export const ADDRESS = given ?? `http://localhost:${env.PORT}`;

/** As set, else as the request says. A form names its own page's address, and with it http or https. */
export async function getOrigin(): Promise<string> {
  if (given !== undefined) return given;
  const sent = await headers();
  const host = sent.get("host") ?? `localhost:${env.PORT}`;
  const own = sent.get("origin");
  if (own?.endsWith(`://${host}`)) return own;
  return `${sent.get("x-forwarded-proto")?.split(",")[0] ?? "http"}://${host}`;
}
