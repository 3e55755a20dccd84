// guatu verify: the chain of events, the recorded heads, the audited tables, the stored standings, the bytes of evidence.
import type { ChainHead } from "@/lib/server/events/chain-heads";
import { type Command, parseCommand, UsageError } from "./command";

const HELP = `Usage: npm run guatu -- verify [OPTIONS]

Verifies the audit of the database at DATABASE_URL, or of the running embedded database in GUATU_DATA: the hash chain of
events, the heads recorded in the data folder, every audited row, the stored lights and the bytes of evidence.

  --head N:HASH   a head of the chain as pages and files print it; may be repeated
  --heads FILE    the heads that another instance recorded; may be repeated

Examples:
  npm run guatu -- verify
  npm run guatu -- verify --head 128:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

Exit codes: 0 intact, 1 cannot be read, 2 called wrongly, 3 something was changed outside the application.`;

async function readHeads(texts: readonly string[]): Promise<ChainHead[]> {
  const { parseHead } = await import("@/lib/server/events/chain-heads");
  return texts.map((text) => {
    const head = parseHead(text);
    if (head === null) throw new UsageError(`not a head like 12:${"0".repeat(64)}: ${text}`);
    return head;
  });
}

async function run(args: readonly string[]): Promise<number> {
  const repeated = { type: "string", multiple: true } as const;
  const { values, file } = parseCommand(args, { head: repeated, heads: repeated });
  if (file !== undefined) throw new UsageError(`unexpected argument: ${file}`);
  const printed = await readHeads(values.head ?? []);
  const { verifyAudit } = await import("@/lib/server/events/verify-audit");
  const { printAudit } = await import("./print-audit");
  const state = await verifyAudit({ printed, otherFiles: values.heads ?? [] }).catch((error: unknown) => {
    const reason = error instanceof Error ? (error.message.trim().split("\n").at(-1) ?? "") : String(error);
    throw new Error(`the events cannot be read (is Guatu running, or DATABASE_URL set?): ${reason}`);
  });
  printAudit(state);
  return state.faults.length === 0 ? 0 : 3;
}

export const command: Command = { summary: "verifies that nothing was changed unrecorded", help: HELP, run };
