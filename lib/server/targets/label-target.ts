// Changes the labels of a target in any state: they are not terms, so no revision is needed.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope";
import type { NamedLabel } from "@/lib/domain/targets/labels";
import { labelFields } from "@/lib/schemas/label";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { LABELS, listLabelChoices, toTargetLabels } from "@/lib/server/labels/data";
import { ensureLabels } from "@/lib/server/labels/mutations";
import type { Change, Result } from "@/lib/server/mutation";
import { reject } from "@/lib/server/mutation";
import type { LabelForm } from "@/lib/views/label";
import { mutateTarget, type TargetWrite } from "./mutate";

/** The labels of a target by their names, in their order. */
export async function namedLabels(tx: Pick<Transaction, "targetLabel">, targetId: string): Promise<NamedLabel[]> {
  const { include, orderBy } = LABELS.labels;
  const labels = toTargetLabels(await tx.targetLabel.findMany({ where: { targetId }, include, orderBy: [...orderBy] }));
  return labels.map(({ kind, name, number }) => ({ kind, name: name["zh-CN"], number }));
}

/** In the form of an audit event: plan:政府工作报告 12. */
export function labelFacts(labels: readonly NamedLabel[]): string[] {
  return labels.map(({ kind, name, number }) => `${kind}:${name}${number === "" ? "" : ` ${number}`}`);
}

/** Replaces the labels of a target; no event if they stay as they are. */
export async function recordLabels(
  { tx, target, at }: TargetWrite,
  next: (current: readonly NamedLabel[]) => readonly NamedLabel[],
): Promise<Change> {
  const { id } = target.record;
  const current = await namedLabels(tx, id);
  const { labels, events } = await ensureLabels(tx, next(current));
  await tx.targetLabel.deleteMany({ where: { targetId: id } });
  await tx.targetLabel.createMany({ data: labels.map((one) => ({ ...one, targetId: id })) });
  const [before, after] = [labelFacts(current), labelFacts(await namedLabels(tx, id))];
  if (JSON.stringify(before) === JSON.stringify(after)) return { result: null, events: [] };
  await tx.target.update({ where: { id }, data: { version: { increment: 1 } } });
  const labelled = { at, action: "target.labelled", id, before: { labels: before }, after: { labels: after } } as const;
  return { result: null, events: [...events, labelled] };
}

/** Rejects a target that was changed since its labels were shown, and a form without changes. */
export function labelTarget(
  code: string,
  version: number,
  labels: readonly NamedLabel[],
  context: Context,
): Promise<Result<null>> {
  return mutateTarget({ code, version }, "target.label", context, async (write) => {
    const change = await recordLabels(write, () => labels);
    if (change.events.length === 0) reject({ kind: "invalid", errors: { form: "nothing-changed" } });
    return change;
  });
}

/** The form of a target's labels; null for a user who may not change them, and on an earlier day. */
export async function getLabelForm(
  target: { readonly id: string } & Parameters<typeof scopeOf>[0],
  { actor, clock }: Context,
): Promise<LabelForm | null> {
  if (clock.isLookingBack || !can(actor, "target.label", { target: scopeOf(target) })) return null;
  const [{ version }, labels, choices] = await Promise.all([
    db.target.findUniqueOrThrow({ where: { id: target.id }, select: { version: true } }),
    namedLabels(db, target.id),
    listLabelChoices(),
  ]);
  return { version, values: labelFields(labels), choices };
}
