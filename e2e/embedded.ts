// The database of the browser tests, for what no screen makes: an internal target, a draft to hang a file on.
import { join } from "node:path";
import type { Client } from "pg";
import { withClient } from "@/lib/server/db/connection";
import { embeddedUrl } from "@/lib/server/db/data-folder";

/** Runs in one connection of its own to the embedded database of the run. */
export function inDatabase<T>(work: (client: Client) => Promise<T>): Promise<T> {
  return withClient(embeddedUrl(join(process.env.GUATU_E2E_DATA ?? "", "data")), work);
}
