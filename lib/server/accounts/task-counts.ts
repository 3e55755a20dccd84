// The number of tasks on each desk of a user, for the navigation.
import "server-only";
import { departmentsWithRole } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import type { Context } from "@/lib/server/context";
import { listPendingRequests } from "@/lib/server/requests/data";
import { listSlipProposals } from "@/lib/server/supervision/slips";
import { listReturnedIds, OWED } from "@/lib/server/updates/my-targets";
import { listToReport } from "@/lib/server/updates/my-work";
import { countWaitingReports } from "@/lib/server/updates/review-queue";
import type { TaskCounts } from "@/lib/views/desks";

/** Lists return their total with any slice. */
const ONE = { skip: 0, take: 1 };

/** Desks that the actor does not have are missing. */
export async function getTaskCounts(context: Context): Promise<TaskCounts> {
  if (context.actor.kind === "visitor") return {};
  const [my, review, supervision] = await Promise.all([
    countReportTasks(context),
    countWaitingReports(context),
    countOfficeTasks(context),
  ]);
  return {
    ...(my !== null && { my }),
    ...(review !== null && { review }),
    ...(supervision !== null && { supervision }),
  };
}

/** Due and returned reports. */
async function countReportTasks(context: Context): Promise<number | null> {
  const { actor } = context;
  const departments = departmentsWithRole(actor, "reporter");
  if (actor.kind === "visitor" || departments.length === 0) return null;
  const [due, returned] = await Promise.all([
    listToReport(OWED, ONE, context),
    listReturnedIds(actor.userId, departments, ONE, context),
  ]);
  return due.total + returned.total;
}

/** Requests to decide and reminder slips to send. */
async function countOfficeTasks(context: Context): Promise<number | null> {
  if (!can(context.actor, "supervision.read", null)) return null;
  const [requests, slips] = await Promise.all([listPendingRequests(ONE, context), listSlipProposals(ONE, context)]);
  return requests.total + slips.total;
}
