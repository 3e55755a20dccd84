// The database of the browser tests, for what no screen makes: an internal target, a draft to hang a file on.
import { join } from "node:path";
import { Client } from "pg";
import { embeddedUrl } from "@/lib/server/db/data-folder";

/** Runs in one connection of its own to the embedded database of the run. */
export async function inDatabase<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: embeddedUrl(join(process.env.GUATU_E2E_DATA ?? "", "data")) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
