// For each approval of a target: who opened the reviewer's account and who created its latest password link, according
// to the event of the approval.
import "server-only";
import { z } from "zod";
import { can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope";
import { exactText } from "@/lib/schemas/text";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import type { AccountOrigin } from "@/lib/views/account";
import type { TargetDetail } from "@/lib/views/target-detail";

const maker = z.object({
  delivery: z.enum(["shown", "mailed"]),
  madeBy: exactText.nullable(),
  madeById: exactText.nullable(),
});
const originSchema = z.object({ openedBy: maker.nullable(), lastLink: maker.nullable() });

/** By report; empty for users who may not read unapproved reports. Approvals by demo accounts have none. */
export async function getReviewerAccounts(
  target: TargetDetail,
  { actor }: Context,
): Promise<ReadonlyMap<string, AccountOrigin>> {
  if (!can(actor, "update.read-unapproved", { target: scopeOf(target) })) return new Map();
  const rows = await db.$queryRaw<{ updateId: string; account: unknown }[]>`
    SELECT e.entity_id AS "updateId", e.after->'reviewerAccount' AS account
    FROM progress_update u
    JOIN event e ON e.entity = 'update' AND e.entity_id = u.id::text AND e.action = 'update.approved'
    WHERE u.target_id = ${target.id}::uuid AND jsonb_typeof(e.after->'reviewerAccount') = 'object'`;
  return new Map(
    rows.flatMap(({ updateId, account }) => {
      const parsed = originSchema.safeParse(account);
      return parsed.success ? [[updateId, parsed.data] as const] : [];
    }),
  );
}
