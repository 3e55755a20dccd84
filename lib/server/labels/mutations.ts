// Writes of labels: create, rename, retire, merge.
import "server-only";
import { distinctLabels, type LabelKind, type NamedLabel } from "@/lib/domain/targets/labels";
import type { LabelEdit, LabelMerge, LabelRetirement, NewLabel } from "@/lib/schemas/label";
import type { Clock } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { type ChangeEvent, mutate, type Result, reject, rejectStale } from "@/lib/server/mutation";
import { lockTargets } from "@/lib/server/targets/lock";

/** The label of this kind and name, or the one into which it was merged. */
async function findLabel(tx: Transaction, kind: LabelKind, name: string) {
  const found = await tx.label.findUnique({ where: { kind_name: { kind, name } }, include: { mergedInto: true } });
  return found === null ? null : (found.mergedInto ?? found);
}

async function addLabel(
  tx: Transaction,
  { kind, name, nameEn }: NewLabel,
): Promise<{ id: string; event: ChangeEvent }> {
  const { _max: last } = await tx.label.aggregate({ where: { kind }, _max: { order: true } });
  const { id } = await tx.label.create({ data: { kind, name, nameEn, order: (last.order ?? 0) + 1 } });
  return { id, event: { action: "label.created", id, before: null, after: { kind, name, nameEn } } };
}

interface LabelIds {
  readonly labels: readonly { readonly labelId: string; readonly number: string }[];
  readonly events: readonly ChangeEvent[];
}

/** The ids of named labels for a write of targets; those that do not exist are created. */
export async function ensureLabels(tx: Transaction, named: readonly NamedLabel[]): Promise<LabelIds> {
  const labels = new Map<string, string>();
  const events: ChangeEvent[] = [];
  for (const { kind, name, number } of distinctLabels(named)) {
    const found = await findLabel(tx, kind, name);
    if (found !== null) {
      labels.set(found.id, labels.get(found.id) || number);
      continue;
    }
    const { id, event } = await addLabel(tx, { kind, name, nameEn: "" });
    labels.set(id, number);
    events.push(event);
  }
  return { labels: [...labels].map(([labelId, number]) => ({ labelId, number })), events };
}

/** Rejects a name that a label of the kind has. */
export function createLabel(input: NewLabel, context: Context): Promise<Result<null>> {
  return mutate("label.write", context, async ({ tx }) => {
    if ((await findLabel(tx, input.kind, input.name)) !== null) {
      reject({ kind: "invalid", errors: { name: "already-there" } });
    }
    const { event } = await addLabel(tx, input);
    return { result: null, events: [event] };
  });
}

async function getLockedLabel(tx: Transaction, { id, version }: { readonly id: string; readonly version: number }) {
  await tx.$queryRaw`SELECT id FROM label WHERE id = ${id}::uuid FOR UPDATE`;
  const record = (await tx.label.findUnique({ where: { id } })) ?? reject({ kind: "not-found" });
  if (record.version !== version || record.mergedIntoId !== null) await rejectStale(tx, "label", id);
  return record;
}

/** Renames a label. Rejects a name that another label of the kind has. */
export function editLabel({ id, version, name, nameEn }: LabelEdit, context: Context): Promise<Result<null>> {
  return mutate("label.write", context, async ({ tx }) => {
    const record = await getLockedLabel(tx, { id, version });
    if (record.name === name && record.nameEn === nameEn) {
      reject({ kind: "invalid", errors: { form: "nothing-changed" } });
    }
    const there = await tx.label.count({ where: { kind: record.kind, name, id: { not: id } } });
    if (there > 0) reject({ kind: "invalid", errors: { name: "already-there" } });
    await tx.label.update({ where: { id }, data: { name, nameEn, version: { increment: 1 } } });
    const before = { name: record.name, nameEn: record.nameEn };
    return { result: null, events: [{ action: "label.edited", id, before, after: { name, nameEn } }] };
  });
}

/** A retired label stays on its targets and is no longer offered. */
export function retireLabel({ id, version, retired }: LabelRetirement, context: Context): Promise<Result<null>> {
  return mutate("label.write", context, async ({ tx, clock }) => {
    const record = await getLockedLabel(tx, { id, version });
    if ((record.retiredAt !== null) === retired) reject({ kind: "invalid", errors: { form: "nothing-changed" } });
    await tx.label.update({
      where: { id },
      data: { retiredAt: retired ? clock.now : null, version: { increment: 1 } },
    });
    const after = { name: record.name };
    return {
      result: null,
      events: [{ action: retired ? "label.retired" : "label.restored", id, before: null, after }],
    };
  });
}

/** The targets of `from` get `into` instead, with their running numbers, unless they have both. */
async function moveTargets(tx: Transaction, from: string, into: string): Promise<number> {
  const moved = await tx.targetLabel.findMany({ where: { labelId: from } });
  await lockTargets(
    tx,
    moved.map(({ targetId }) => targetId),
  );
  const there = await tx.targetLabel.findMany({ where: { labelId: into }, select: { targetId: true } });
  const have = new Set(there.map(({ targetId }) => targetId));
  await tx.targetLabel.deleteMany({ where: { labelId: from } });
  await tx.targetLabel.createMany({
    data: moved
      .filter(({ targetId }) => !have.has(targetId))
      .map(({ targetId, number }) => ({ targetId, number, labelId: into })),
  });
  return moved.length;
}

async function mergeRecords(tx: Transaction, { id, into, version }: LabelMerge, clock: Clock): Promise<ChangeEvent> {
  const record = await getLockedLabel(tx, { id, version });
  const other = await tx.label.findUnique({ where: { id: into } });
  if (other === null || other.id === id || other.kind !== record.kind || other.mergedIntoId !== null) {
    return reject({ kind: "invalid", errors: { into: "unknown" } });
  }
  const targets = await moveTargets(tx, id, into);
  await tx.label.updateMany({ where: { mergedIntoId: id }, data: { mergedIntoId: into } });
  const data = { mergedIntoId: into, retiredAt: record.retiredAt ?? clock.now, version: { increment: 1 } };
  await tx.label.update({ where: { id }, data });
  const before = { kind: record.kind, name: record.name };
  return { action: "label.merged", id, before, after: { into: other.name, targets } };
}

/** Merges a label into another one of its kind: its targets, filters and later imports then have that one. */
export function mergeLabel(input: LabelMerge, context: Context): Promise<Result<null>> {
  return mutate("label.write", context, async ({ tx, clock }) => ({
    result: null,
    events: [await mergeRecords(tx, input, clock)],
  }));
}
