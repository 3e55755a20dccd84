// npm run audit:verify: walks the chain of events at DATABASE_URL (or of the running embedded database) and names the
// first link that was altered, removed or put in. Ends with 1 when there is one.
import { db } from "@/lib/server/db/client";
import { verifyChain } from "@/lib/server/events/append";

try {
  const { count, brokenAt } = await verifyChain(db);
  if (brokenAt === null) console.log(`guatu: the chain of ${count} events is whole`);
  else console.error(`guatu: the chain is broken at event ${brokenAt} (after ${count - 1} whole ones)`);
  process.exitCode = brokenAt === null ? 0 : 1;
} catch (error) {
  const reason = error instanceof Error ? (error.message.trim().split("\n").at(-1) ?? "") : String(error);
  console.error(`guatu: the events cannot be read (is Guatu running, or DATABASE_URL set?): ${reason}`);
  process.exitCode = 2;
}
await db.$disconnect();
