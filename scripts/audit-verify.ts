// npm run audit:verify [-- --head N:HASH] [-- --heads FILE]: verifies the audit of the database at DATABASE_URL (or of
// the running embedded database): the chain of events, the recorded heads (of the data folder, given by --head as pages
// and files print them, or recorded by another instance in FILE), the audited tables, the stored standings, the bytes
// of evidence. Exits with 1 if something is wrong, with 2 if the database cannot be read.
import "./one-line-faults";
import { parseArgs } from "node:util";
import { db } from "@/lib/server/db/client";
import { type ChainHead, parseHead } from "@/lib/server/events/chain-heads";
import { verifyAudit } from "@/lib/server/events/verify-audit";
import { printAudit } from "./print-audit";

const { values } = parseArgs({
  options: { head: { type: "string", multiple: true }, heads: { type: "string", multiple: true } },
});

/** @throws Error on an argument that is not a head. */
function printedHeads(): ChainHead[] {
  return (values.head ?? []).map((text) => {
    const head = parseHead(text);
    if (head === null) throw new Error(`not a head like 12:${"0".repeat(64)}: ${text}`);
    return head;
  });
}

try {
  const state = await verifyAudit({ printed: printedHeads(), otherFiles: values.heads ?? [] });
  printAudit(state);
  process.exitCode = state.faults.length === 0 ? 0 : 1;
} catch (error) {
  const reason = error instanceof Error ? (error.message.trim().split("\n").at(-1) ?? "") : String(error);
  console.error(`guatu: the events cannot be read (is Guatu running, or DATABASE_URL set?): ${reason}`);
  process.exitCode = 2;
}
await db.$disconnect();
