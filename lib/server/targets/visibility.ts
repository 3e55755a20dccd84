// Changes the visibility of a target, and lists what the change would show or hide.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope";
import { VISIBILITIES, type Visibility } from "@/lib/domain/targets/types";
import type { VisibilityChange } from "@/lib/schemas/visibility";
import { listPublicBulletinsNaming } from "@/lib/server/bulletins/withheld";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { type Result, rejectStale } from "@/lib/server/mutation";
import type { NamedTarget, VisibilityForm } from "@/lib/views/target-forms";
import { getTarget } from "./detail";
import { mutateTarget } from "./mutate";
import { bilingual } from "./rows";

const CHANGED = "target.visibility-changed";
const NAMED = { code: true, title: true, titleEn: true, visibility: true } as const;

async function relatedOf(code: string): Promise<NamedTarget[]> {
  const found = await db.target.findMany({
    where: {
      code: { not: code },
      OR: [{ parent: { code } }, { children: { some: { code } } }, { quote: { targets: { some: { code } } } }],
    },
    select: NAMED,
    orderBy: { code: "asc" },
  });
  return found.map(({ code: other, title, titleEn, visibility }) => ({
    code: other,
    title: bilingual(title, titleEn),
    visibility: oneOf(VISIBILITIES, visibility),
  }));
}

async function changesOf(targetId: string): Promise<VisibilityForm["changes"]> {
  const events = await db.event.findMany({
    where: { entity: "target", entityId: targetId, action: CHANGED },
    orderBy: { sequence: "desc" },
    include: { actor: { select: { name: true } } },
  });
  return events.map(({ at, actor, after }) => {
    const { visibility, reason } = after as { visibility: string; reason: string };
    return { at, by: actor?.name ?? null, to: oneOf(VISIBILITIES, visibility), reason };
  });
}

/** Null if there is no such target, and for users who may not change its visibility. */
export async function getVisibilityForm(code: string, context: Context): Promise<VisibilityForm | null> {
  const target = await getTarget(code, context);
  if (target === null) return null;
  const { id, updates, revisions } = target;
  if (!can(context.actor, "target.change-visibility", { target: scopeOf(target) })) return null;
  const shown = updates.filter((update) => update.state === "approved" || update.state === "superseded");
  const [related, bulletins, changes, comments, instructions] = await Promise.all([
    relatedOf(code),
    listPublicBulletinsNaming(code),
    changesOf(id),
    db.targetComment.count({ where: { targetId: id } }),
    db.instruction.count({ where: { targetId: id } }),
  ]);
  return {
    target,
    open: {
      reports: shown.length,
      files: shown.reduce((sum, update) => sum + update.files.length, 0),
      revisions: revisions.length,
    },
    kept: { unapproved: updates.length - shown.length, comments, instructions },
    related,
    bulletins,
    changes,
  };
}

/**
 * Makes a public target internal or an internal one public. The change applies to every day that is viewed from then
 * on: a target that is internal today is internal on earlier days too. Rejects a visibility other than the one shown.
 */
export function changeVisibility(
  code: string,
  { from, reason }: VisibilityChange,
  context: Context,
): Promise<Result<{ visibility: Visibility }>> {
  return mutateTarget({ code }, "target.change-visibility", context, async ({ tx, target: { record }, at }) => {
    if (record.visibility !== from) await rejectStale(tx, "target", record.id);
    const visibility = from === "public" ? "internal" : "public";
    await tx.target.update({ where: { id: record.id }, data: { visibility, version: { increment: 1 } } });
    const after = { visibility, code, reason };
    return {
      result: { visibility },
      events: [{ at, action: CHANGED, id: record.id, before: { visibility: from }, after }],
    };
  });
}
