// Edits a metric: its wording at any time, its meaning only while it is not in use.
import "server-only";
import { areDraftsCompatible, changedMeaning, MEANING_FIELDS } from "@/lib/domain/metrics/meaning";
import { DIRECTIONS, METRIC_KINDS } from "@/lib/domain/targets/types";
import type { MetricEdit } from "@/lib/schemas/metric";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { mutate, type Result, reject, rejectStale } from "@/lib/server/mutation";
import { lockTargets } from "@/lib/server/targets/lock";
import { renameInSearch } from "@/lib/server/targets/search-text";
import { metricUse } from "./data";

/** Locks the metric and its targets, so that none is issued or added in the meantime. */
async function getLockedMetric(tx: Transaction, key: string) {
  await tx.$queryRaw`SELECT id FROM metric WHERE key = ${key} FOR UPDATE`;
  const record = (await tx.metric.findUnique({ where: { key } })) ?? reject({ kind: "not-found" });
  const targets = await tx.target.findMany({ where: { metricId: record.id }, select: { id: true } });
  const ids = targets.map(({ id }) => id);
  await lockTargets(tx, ids);
  return { record, ids };
}

/**
 * Rejects a stale version, an edit without changes, and a different kind, direction or unit size once a target of the
 * metric was issued or reported, or if drafts would become invalid.
 */
export function editMetric({ key, version, ...edit }: MetricEdit, context: Context): Promise<Result<null>> {
  return mutate("administration", context, async ({ tx }) => {
    const { record, ids } = await getLockedMetric(tx, key);
    if (record.version !== version) await rejectStale(tx, "metric", record.id);
    const fields = (Object.keys(edit) as (keyof typeof edit)[]).filter((field) => edit[field] !== record[field]);
    if (fields.length === 0) reject({ kind: "invalid", errors: { form: "nothing-changed" } });
    const kind = oneOf(METRIC_KINDS, record.kind);
    const before = { kind, direction: oneOf(DIRECTIONS, record.direction), unit: record.unit };
    const meaning = changedMeaning(before, edit);
    if (meaning.length > 0 && (await metricUse(tx, record.id)).inForce > 0) {
      reject({ kind: "invalid", errors: Object.fromEntries(meaning.map((field) => [field, "metric-in-use"])) });
    }
    if (ids.length > 0 && !areDraftsCompatible(kind, edit.kind)) {
      reject({ kind: "invalid", errors: { kind: "metric-has-drafts" } });
    }
    await tx.metric.update({ where: { id: record.id }, data: { ...edit, version: { increment: 1 } } });
    await renameInSearch(tx, record.id, [
      [record.name, edit.name],
      [record.nameEn, edit.nameEn],
    ]);
    const pick = (from: typeof edit) => Object.fromEntries(fields.map((field) => [field, from[field]]));
    const after = { key, ...pick(edit) };
    return {
      result: null,
      standingsOf: MEANING_FIELDS.some((field) => fields.includes(field)) ? ids : [],
      events: [{ action: "metric.edited", id: record.id, before: pick({ ...record, ...before }), after }],
    };
  });
}
