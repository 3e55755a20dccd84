// Reads of light rules and slip rules, now and at any earlier moment.
import "server-only";
import { z } from "zod";
import { SLIP_CONDITIONS } from "@/lib/domain/instructions/propose-slip";
import { COLOURS } from "@/lib/domain/instructions/workflow";
import { GAP_MEASURES, type RuleSet } from "@/lib/domain/targets/assessment";
import { RULED_KINDS } from "@/lib/domain/targets/rule-sets";
import type { RulesVersion } from "@/lib/domain/targets/standing";
import type { Transaction } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import type { EditableSlipRule } from "@/lib/views/rules";

const storedBounds = z.object({
  measure: z.enum(GAP_MEASURES),
  aheadFrom: z.number(),
  onTrackFrom: z.number(),
  behindFrom: z.number(),
});
const storedKindsSchema = z.partialRecord(z.enum(RULED_KINDS), storedBounds);

/** All rule sets, oldest first; the last is in force. */
export async function listRuleSets(database: Pick<Transaction, "ruleSet">): Promise<RulesVersion[]> {
  const rows = await database.ruleSet.findMany({ orderBy: { inForceFrom: "asc" } });
  return rows.map(({ inForceFrom, key, kinds, ...bounds }) => ({
    knownFrom: inForceFrom.toISOString(),
    rules: {
      key,
      aheadFrom: Number(bounds.aheadFrom),
      onTrackFrom: Number(bounds.onTrackFrom),
      behindFrom: Number(bounds.behindFrom),
      kinds: storedKindsSchema.parse(kinds),
    },
  }));
}

/** @throws Error if no rule set was in force: the database is empty. */
export async function getRuleSetAt(database: Pick<Transaction, "ruleSet">, moment: Date): Promise<RuleSet> {
  const found = (await listRuleSets(database)).findLast((one) => new Date(one.knownFrom) <= moment);
  if (found === undefined) throw new Error("no rule set is in force");
  return found.rules;
}

/** The instant of the last change of any rule known at `moment`, as the version of all of them. */
export async function getRulesVersion(
  database: Pick<Transaction, "ruleSet" | "slipRule">,
  moment?: Date,
): Promise<string> {
  const query = { _max: { inForceFrom: true }, where: moment && { inForceFrom: { lte: moment } } } as const;
  const [sets, slips] = await Promise.all([database.ruleSet.aggregate(query), database.slipRule.aggregate(query)]);
  const instants = [sets, slips].map(({ _max }) => _max.inForceFrom?.toISOString() ?? "");
  return instants.sort().at(-1) ?? "";
}

/** The slip rules in force at `moment`, including disabled ones. */
export async function listSlipRulesAt(
  database: Pick<Transaction, "slipRule">,
  moment: Date,
): Promise<EditableSlipRule[]> {
  const rows = await database.slipRule.findMany({
    where: { inForceFrom: { lte: moment } },
    orderBy: [{ condition: "desc" }, { key: "asc" }, { inForceFrom: "asc" }],
  });
  const latest = new Map(rows.map((row) => [row.key, row]));
  return [...latest.values()].map(({ key, condition, afterDays, colour, isEnabled }) => ({
    key,
    condition: oneOf(SLIP_CONDITIONS, condition),
    afterDays,
    colour: oneOf(COLOURS, colour),
    isEnabled,
  }));
}
