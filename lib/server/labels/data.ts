// Reads of labels: of targets, as choices of forms, and for their administration.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { LABEL_KINDS } from "@/lib/domain/targets/labels";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { LabelEntry, LabelName, TargetLabel } from "@/lib/views/label";

/** The labels of a target, for an include. */
export const LABELS = {
  labels: { include: { label: true }, orderBy: [{ label: { order: "asc" } }, { labelId: "asc" }] },
} as const satisfies Prisma.TargetInclude;

type LabelRecord = Prisma.LabelGetPayload<object>;

const kindOf = ({ kind }: Pick<LabelRecord, "kind">) => oneOf(LABEL_KINDS, kind);
const placeOf = ({ kind }: { readonly kind: LabelName["kind"] }) => LABEL_KINDS.indexOf(kind);

function toLabelName(record: LabelRecord): LabelName {
  const { id, name, nameEn } = record;
  return { id, kind: kindOf(record), name: { "zh-CN": name, en: nameEn || name } };
}

/** Topics, plans and categories, each in the office's order. */
export function toTargetLabels(
  labels: readonly { readonly number: string; readonly label: LabelRecord }[],
): TargetLabel[] {
  return labels
    .map(({ label, number }) => ({ ...toLabelName(label), number }))
    .sort((one, other) => placeOf(one) - placeOf(other));
}

/** The labels that targets can have, retired ones included, in the office's order. */
export async function listLabelNames(
  where: Prisma.LabelWhereInput = {},
  database: Pick<Transaction, "label"> = db,
): Promise<LabelName[]> {
  const labels = await database.label.findMany({
    where: { ...where, mergedIntoId: null },
    orderBy: [{ order: "asc" }, { id: "asc" }],
  });
  return labels.map(toLabelName).sort((one, other) => placeOf(one) - placeOf(other));
}

/** The labels that a form offers. */
export function listLabelChoices(database?: Pick<Transaction, "label">): Promise<LabelName[]> {
  return listLabelNames({ retiredAt: null }, database);
}

/** Every label that was not merged into another one; null for a user who may not edit them. */
export async function listLabels({ actor }: Context): Promise<LabelEntry[] | null> {
  if (!can(actor, "label.write", null)) return null;
  const labels = await db.label.findMany({
    where: { mergedIntoId: null },
    orderBy: [{ order: "asc" }, { id: "asc" }],
    // As in lists, the whole counts and not its parts.
    include: { _count: { select: { targets: { where: { target: { parentId: null } } } } } },
  });
  return labels
    .map((label) => ({
      ...toLabelName(label),
      nameEn: label.nameEn,
      version: label.version,
      isRetired: label.retiredAt !== null,
      targets: label._count.targets,
    }))
    .sort((one, other) => placeOf(one) - placeOf(other));
}
