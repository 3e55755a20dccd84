// The rules of lights and slips: previews, validates and applies changes, and rebuilds all standings.
import "server-only";
import type { ImportedDays } from "@/lib/domain/calendar/working-days";
import { can } from "@/lib/domain/permissions/can";
import type { RuleSet } from "@/lib/domain/targets/assessment";
import { isSameRules, PRESET_RULES, validateRuleSet } from "@/lib/domain/targets/rule-sets";
import { hasValue, lightOn } from "@/lib/domain/targets/standing";
import { standingAt } from "@/lib/domain/targets/standing-timeline";
import { LIGHTS } from "@/lib/domain/targets/types";
import type { RulesInput, SlipRuleInput } from "@/lib/schemas/rules";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import { nextInstantAfter } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { inBatches } from "@/lib/server/db/batches";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { RULES_LOCK } from "@/lib/server/db/locks";
import { type ChangeEvent, mutate, type Result, reject, rejectStale, type Write } from "@/lib/server/mutation";
import { getRuleSetAt, getRulesVersion, listRuleSets, listSlipRulesAt } from "@/lib/server/rule-sets/data";
import { queryStandings, type StandingRow } from "@/lib/server/targets/list-query";
import { bilingual } from "@/lib/server/targets/rows";
import { readFamily, toHistory } from "@/lib/server/targets/standings";
import { getImportedDays } from "@/lib/server/working-days/data";
import type { LightChange, RulesPreview, RulesView } from "@/lib/views/rules";

/** A rule set that has no name yet. */
export type Bounds = Omit<RuleSet, "key">;

/** Null for all users except administrators. */
export async function getRules({ actor, clock }: Context): Promise<RulesView | null> {
  if (!can(actor, "administration", null)) return null;
  const [inForce, slips, version] = await Promise.all([
    getRuleSetAt(db, clock.knownUntil),
    listSlipRulesAt(db, clock.knownUntil),
    getRulesVersion(db, clock.knownUntil),
  ]);
  return { inForce, slips, version };
}

/** The preview shows the first of the changes. */
const MOST_CHANGES = 20;

/** The lights that these bounds would change today; null for invalid bounds, and for users without the permission. */
export async function previewRules(bounds: Bounds, context: Context): Promise<RulesPreview | null> {
  const rules: RuleSet = { key: "preview", ...bounds };
  if (!can(context.actor, "administration", null) || validateRuleSet(rules).length > 0) return null;
  const imported = await getImportedDays(db);
  // The preview compares all targets: one row each.
  const standings = await queryStandings({ ...NO_FILTERS, sort: "code", limit: null }, context);
  const changes = await inBatches(standings, (batch) => changedLights(batch, rules, imported, context));
  return { count: changes.length, changes: changes.slice(0, MOST_CHANGES) };
}

async function changedLights(
  standings: readonly StandingRow[],
  rules: RuleSet,
  imported: ImportedDays,
  { clock }: Context,
): Promise<LightChange[]> {
  const ids = standings.map((one) => one.target_id);
  const family = await db.$transaction((tx) => readFamily(tx, ids));
  const moment = clock.knownUntil.toISOString();
  return standings.flatMap(({ target_id: id, code, light }): LightChange[] => {
    const record = family.byId.get(id);
    const history = record && { ...toHistory(record, family), rules: [{ rules, knownFrom: moment }], imported };
    const standing = history ? standingAt(history, moment) : null;
    if (record === undefined || standing === null) return [];
    const before = oneOf(LIGHTS, light);
    const after = lightOn({ ...standing, hasValue: hasValue(standing) }, clock.today);
    return after === before ? [] : [{ code, title: bilingual(record.title, record.titleEn), before, after }];
  });
}

function kindsColumn(kinds: RuleSet["kinds"]) {
  return Object.fromEntries(Object.entries(kinds).map(([kind, bounds]) => [kind, { ...bounds }]));
}

/** Puts bounds in force from now on; null if they are in force already. */
async function saveBounds({ tx, clock }: Write, bounds: Bounds): Promise<ChangeEvent | null> {
  const last = (await listRuleSets(tx)).at(-1);
  const key = PRESET_RULES.find((one) => isSameRules(one, bounds))?.key ?? "custom";
  if (last !== undefined && isSameRules(last.rules, bounds)) return null;
  const { kinds, ...general } = bounds;
  const stored = { key, ...general, kinds: kindsColumn(kinds) };
  const at = nextInstantAfter(last === undefined ? null : new Date(last.knownFrom), clock.now);
  await tx.ruleSet.create({ data: { inForceFrom: at, ...stored } });
  const before = last === undefined ? null : { ...last.rules, kinds: kindsColumn(last.rules.kinds) };
  return { at, action: "rules.changed", id: key, before, after: stored };
}

/** Puts a slip rule in force from now on; null if it is as it was. */
async function saveSlipRule({ tx, clock }: Write, { key, ...input }: SlipRuleInput): Promise<ChangeEvent | null> {
  const last = await tx.slipRule.findFirst({ where: { key }, orderBy: { inForceFrom: "desc" } });
  if (last === null) reject({ kind: "not-found" });
  const { inForceFrom, condition, ...before } = last;
  const rule = { ...input, afterDays: input.afterDays ?? last.afterDays };
  if (rule.afterDays === last.afterDays && rule.colour === last.colour && rule.isEnabled === last.isEnabled)
    return null;
  const at = nextInstantAfter(inForceFrom, clock.now);
  await tx.slipRule.create({ data: { ...rule, key, condition, inForceFrom: at } });
  return {
    at,
    action: "rules.slip-rule-changed",
    id: key,
    before: { ...before, condition },
    after: { key, ...rule },
  };
}

/** Applies all rules of the form from now on; earlier days are not affected. */
export function changeRules({ bounds, slips, version }: RulesInput, context: Context): Promise<Result<null>> {
  return mutate("administration", context, async (write) => {
    const { tx } = write;
    const [problem] = validateRuleSet(bounds);
    if (problem !== undefined) reject({ kind: "invalid", errors: { form: `rules-${problem.problem}` } });
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${RULES_LOCK})`;
    if ((await getRulesVersion(tx)) !== version) await rejectStale(tx, "rules");
    const ofBounds = await saveBounds(write, bounds);
    const events = ofBounds === null ? [] : [ofBounds];
    for (const slip of slips) events.push(...[(await saveSlipRule(write, slip)) ?? []].flat());
    if (events.length === 0) reject({ kind: "invalid", errors: { form: "nothing-changed" } });
    return { result: null, standingsOf: ofBounds === null ? [] : "all", events };
  });
}
