// What an owning department owes the supervision office beside its reports.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { missingForIssue } from "@/lib/domain/targets/life-cycle";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOrNull } from "@/lib/server/db/columns";
import { type InstructionView, listInstructionsToAnswer } from "@/lib/server/instructions/data";
import { listRequestsOf, type RequestView } from "@/lib/server/requests/data";
import { listTargets } from "@/lib/server/targets/data";
import type { TargetRow } from "@/lib/server/targets/types";

export interface Duties {
  /** Issued and not signed for yet. */
  readonly toReceive: readonly { readonly row: TargetRow; readonly dueOn: IsoDate | null; readonly isLate: boolean }[];
  readonly instructions: readonly InstructionView[];
  /** What was asked for and is not decided. */
  readonly requests: readonly RequestView[];
}

/** Null for who acts in no department. */
export async function getDuties(context: Context): Promise<Duties | null> {
  const { actor, clock } = context;
  if (actor.kind !== "user" || actor.memberships.length === 0) return null;
  const ids = [...new Set(actor.memberships.map((one) => one.departmentId))];
  const department = [...new Set(actor.memberships.map((one) => one.departmentSlug))];
  const [{ rows }, instructions, requests] = await Promise.all([
    listTargets({ department, limit: null }, context),
    listInstructionsToAnswer(context),
    listRequestsOf(ids, context),
  ]);
  const issued = rows.filter(({ terms }) => terms.state === "issued" && missingForIssue(terms) === null);
  const dues = await db.target.findMany({
    where: { id: { in: issued.map((row) => row.id) } },
    select: { id: true, receiveDueOn: true },
  });
  const dueOf = new Map(dues.map(({ id, receiveDueOn }) => [id, dayOrNull(receiveDueOn)]));
  return {
    instructions,
    requests,
    toReceive: issued.map((row) => {
      const dueOn = dueOf.get(row.id) ?? null;
      return { row, dueOn, isLate: dueOn !== null && dueOn < clock.today };
    }),
  };
}
