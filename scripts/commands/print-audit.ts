// Prints the result of an audit verification: the faults, or that there are none.
import { headText } from "@/lib/server/events/chain-heads";
import type { AuditState } from "@/lib/server/events/verify-audit";

const FAULTS_SHOWN = 50;

export function printAudit({ chain, faults }: AuditState): void {
  for (const fault of faults.slice(0, FAULTS_SHOWN)) console.error(`guatu: ${fault}`);
  if (faults.length > FAULTS_SHOWN) console.error(`guatu: and ${faults.length - FAULTS_SHOWN} more faults`);
  if (faults.length > 0) return;
  console.log(`guatu: all ${chain.count} events, ${chain.recorded.size} recorded rows and every file are intact`);
  if (chain.head !== null) console.log(`guatu: the head of the chain is ${headText(chain.head)}`);
}
