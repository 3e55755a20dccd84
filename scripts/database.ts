// The process of the embedded database: node --import tsx scripts/database.ts. Started by the launcher with a channel
// (messages "ready" and "failed"; it ends when the channel closes) or manually (it ends on Ctrl-C).

import { dataFolder } from "@/lib/server/db/engine/data-folder";
import { openEmbeddedDatabase } from "@/lib/server/db/engine/embedded-database";

function fail(reason: string): never {
  if (process.connected) process.send?.({ kind: "failed", reason });
  else console.error(`guatu: ${reason}`);
  process.exit(1);
}

const folder = dataFolder(process.env.GUATU_DATA || "./data");
let isClosing = false;

const database = await openEmbeddedDatabase(folder, fail).catch((error: unknown) =>
  fail(error instanceof Error ? error.message : String(error)),
);

function end(): void {
  if (isClosing) return;
  isClosing = true;
  database.close().then(
    () => process.exit(0),
    (error) => fail(String(error)),
  );
}

process.on("SIGTERM", end);
// Ctrl-C reaches every process at once; under the launcher the app must end first, then the database.
process.on("SIGINT", () => {
  if (!process.connected) end();
});
process.on("disconnect", end);

if (process.connected) process.send?.({ kind: "ready", url: database.url });
else console.log(`database ready: ${database.url}`);
