// The rule set in force: which gap makes which light.
import "server-only";
import type { RuleSet } from "@/lib/domain/targets/types";
import type { Transaction } from "@/lib/server/db/client";

/** @throws Error when the database holds no rule set in force: it was never loaded. */
export async function getRuleSetInForce(database: Pick<Transaction, "ruleSet">): Promise<RuleSet> {
  const row = await database.ruleSet.findFirstOrThrow({ where: { inForce: true } });
  return {
    key: row.key,
    aheadFrom: Number(row.aheadFrom),
    onTrackFrom: Number(row.onTrackFrom),
    behindFrom: Number(row.behindFrom),
  };
}
