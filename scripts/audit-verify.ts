// npm run audit:verify [-- --head N:HASH]: walks the chain of events at DATABASE_URL (or of the running embedded
// database) and names the first link that was altered, removed or put in. Looks for every head that was noted in the
// data folder, and for those given by --head as a page or file printed them, so that a chain whose end was cut off is
// found out too. Ends with 1 when something is wrong.
import { parseArgs } from "node:util";
import { db } from "@/lib/server/db/client";
import { type ChainHead, headText, parseHead, readNotedHeads } from "@/lib/server/events/heads";
import { chainFault, verifyChain } from "@/lib/server/events/verify";

/** @throws Error on an argument that is no head. */
function askedHeads(): ChainHead[] {
  const { values } = parseArgs({ options: { head: { type: "string", multiple: true } } });
  return (values.head ?? []).map((text) => {
    const head = parseHead(text);
    if (head === null) throw new Error(`not a head like 12:${"0".repeat(64)}: ${text}`);
    return head;
  });
}

try {
  const noted = [...(await readNotedHeads()), ...askedHeads()];
  const state = await verifyChain(db, noted);
  const fault = chainFault(state);
  if (fault !== null) console.error(`guatu: ${fault}`);
  else {
    console.log(`guatu: the chain of ${state.count} events is whole, and ${noted.length} noted heads stand in it`);
    if (state.head !== null) console.log(`guatu: its head is ${headText(state.head)}`);
  }
  process.exitCode = fault === null ? 0 : 1;
} catch (error) {
  const reason = error instanceof Error ? (error.message.trim().split("\n").at(-1) ?? "") : String(error);
  console.error(`guatu: the events cannot be read (is Guatu running, or DATABASE_URL set?): ${reason}`);
  process.exitCode = 2;
}
await db.$disconnect();
