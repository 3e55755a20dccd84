// The number of tasks on each desk of a user, for the navigation.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import type { Context } from "@/lib/server/context";
import { listPendingRequests } from "@/lib/server/requests/data";
import { listSlipProposals } from "@/lib/server/supervision/slips";
import { countMyTasks } from "@/lib/server/updates/my-work";
import { countWaitingReports } from "@/lib/server/updates/review-queue";
import type { TaskCounts } from "@/lib/views/desks";

/** Lists return their total with any slice. */
const ONE = { skip: 0, take: 1 };

/** Desks that the actor does not have are missing. */
export async function getTaskCounts(context: Context): Promise<TaskCounts> {
  if (context.actor.kind === "visitor") return {};
  const [my, review, supervision] = await Promise.all([
    countMyTasks(context),
    countWaitingReports(context),
    countOfficeTasks(context),
  ]);
  return {
    ...(my !== null && { my }),
    ...(review !== null && { review }),
    ...(supervision !== null && { supervision }),
  };
}

/** Requests to decide and reminder slips to send. */
async function countOfficeTasks(context: Context): Promise<number | null> {
  if (!can(context.actor, "supervision.read", null)) return null;
  const [requests, slips] = await Promise.all([listPendingRequests(ONE, context), listSlipProposals(ONE, context)]);
  return requests.total + slips.total;
}
