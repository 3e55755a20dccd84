// The pending tasks of an owner for the supervision office, apart from reports.
import "server-only";
import { type DeskView, EVERY_LIST, toSlice } from "@/lib/schemas/desk-view";
import type { Context } from "@/lib/server/context";
import { listInstructionsToAnswer } from "@/lib/server/instructions/data";
import { listDepartmentRequests } from "@/lib/server/requests/data";
import { listNotReceived } from "@/lib/server/targets/not-received";
import type { PendingTasks } from "@/lib/views/department";

/** Null for users without a department. */
export async function getPendingTasks(
  context: Context,
  view: DeskView<string> = EVERY_LIST,
): Promise<PendingTasks | null> {
  const { actor } = context;
  if (actor.kind !== "user" || actor.memberships.length === 0) return null;
  const ids = [...new Set(actor.memberships.map((one) => one.departmentId))];
  const slugs = [...new Set(actor.memberships.map((one) => one.departmentSlug))];
  const [toReceive, instructions, requests] = await Promise.all([
    listNotReceived(slugs, toSlice(view, "toReceive"), context),
    listInstructionsToAnswer(toSlice(view, "instructions"), context),
    listDepartmentRequests(ids, toSlice(view, "requests"), context),
  ]);
  return {
    toReceive: toReceive.shown,
    instructions: instructions.shown,
    requests: requests.shown,
    totals: { toReceive: toReceive.total, instructions: instructions.total, requests: requests.total },
  };
}
