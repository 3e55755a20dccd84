// The address people reach this product at, for links that leave it: citations, frames, previews.
import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/server/env";

/** As set, else as the request says. Without a slash at its end. */
export async function getOrigin(): Promise<string> {
  if (env.GUATU_URL !== undefined) return env.GUATU_URL.replace(/\/+$/, "");
  const sent = await headers();
  const host = sent.get("host") ?? `localhost:${env.PORT}`;
  return `${sent.get("x-forwarded-proto")?.split(",")[0] ?? "http"}://${host}`;
}
