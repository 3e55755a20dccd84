// The initial values of the revision form, and whether its submission revises the target or requests a revision.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import type { RevisionFormData } from "@/lib/views/target-forms";
import { getTarget } from "./detail";
import { bilingual } from "./rows";

/** Null if there is no such target, or the actor may neither revise it nor request a revision. */
export async function getRevisionForm(
  code: string,
  requestedMode: string | undefined,
  context: Context,
): Promise<RevisionFormData | null> {
  const target = await getTarget(code, context);
  if (target === null) return null;
  const scope = { target: scopeOf(target) };
  if (can(context.actor, "target.revise", scope)) {
    const departments = await db.department.findMany({ where: { closedOn: null }, orderBy: { order: "asc" } });
    return {
      target,
      mode: "direct",
      departments: departments.map(({ slug, name, nameEn }) => ({ slug, name: bilingual(name, nameEn) })),
    };
  }
  if (!can(context.actor, "request.create", scope)) return null;
  return { target, mode: requestedMode === "extension" ? "extension" : "revision", departments: [] };
}
