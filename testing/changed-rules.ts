// The form of the rules as an administrator sends it: the rules in force with some changes.
import type { RulesInput } from "@/lib/schemas/rules";
import { type Bounds, getRules } from "@/lib/server/admin/rules";
import type { Context } from "@/lib/server/context";

interface Changes {
  readonly bounds?: Partial<Bounds>;
  readonly slips?: RulesInput["slips"];
}

export async function changedRules(context: Context, { bounds = {}, slips = [] }: Changes): Promise<RulesInput> {
  const rules = await getRules(context);
  if (rules === null) throw new Error("only administrators see the rules");
  const { key: _, ...inForce } = rules.inForce;
  return { bounds: { ...inForce, ...bounds }, slips, version: rules.version };
}
