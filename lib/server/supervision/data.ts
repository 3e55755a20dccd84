// The desk of the supervision office: requests, targets to issue or to receive, slips to send, replies to judge.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { type DeskView, EVERY_LIST, toSlice } from "@/lib/schemas/desk-view";
import type { Context } from "@/lib/server/context";
import { listOpenInstructions } from "@/lib/server/instructions/data";
import { listPendingRequests } from "@/lib/server/requests/data";
import { listDrafts, listNotReceived } from "@/lib/server/targets/not-received";
import type { Supervision } from "@/lib/views/supervision";
import { getDueCalendar } from "./due-calendar";
import { listLate } from "./late";
import { getReportMatrix } from "./report-matrix";
import { usualReplyDay } from "./slips";
import { getTypingLoad } from "./typing";

/** The late entries of the desk; the list itself has all. */
const FIRST_LATE = { skip: 0, take: 10 };

/** Null for users who may not read the office's desk. */
export async function getSupervision(
  context: Context,
  view: DeskView<string> = EVERY_LIST,
): Promise<Supervision | null> {
  if (!can(context.actor, "supervision.read", null)) return null;
  const [requests, instructions, late, unsigned, drafts, replyDueOn, matrix, calendar, typing] = await Promise.all([
    listPendingRequests(toSlice(view, "requests"), context),
    listOpenInstructions(toSlice(view, "instructions"), context),
    listLate(view.list === null ? FIRST_LATE : toSlice(view, "late"), context),
    listNotReceived([], toSlice(view, "unsigned"), context),
    listDrafts(toSlice(view, "drafts"), context),
    usualReplyDay(context),
    view.list === null ? getReportMatrix(context) : null,
    view.list === null ? getDueCalendar(context) : null,
    view.list === null ? getTypingLoad(context) : null,
  ]);
  return {
    requests: requests.shown,
    instructions: instructions.shown,
    late: late.shown,
    matrix,
    calendar,
    typing,
    unsigned: unsigned.shown,
    drafts: drafts.shown,
    replyDueOn,
    totals: {
      requests: requests.total,
      instructions: instructions.total,
      late: late.total,
      unsigned: unsigned.total,
      drafts: drafts.total,
    },
    lateTotals: { late: late.late, slips: late.slips },
  };
}
