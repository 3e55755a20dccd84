// The desk of the supervision office: requests, targets to issue or to receive, slips to send, replies to judge.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { type DeskView, EVERY_LIST, toSlice } from "@/lib/schemas/desk-view";
import type { Context } from "@/lib/server/context";
import { listOpenInstructions } from "@/lib/server/instructions/data";
import { listPendingRequests } from "@/lib/server/requests/data";
import { listDrafts, listNotReceived } from "@/lib/server/targets/not-received";
import type { Supervision } from "@/lib/views/supervision";
import { listSlipProposals, usualReplyDay } from "./slips";

/** Null for users who may not read the office's desk. */
export async function getSupervision(
  context: Context,
  view: DeskView<string> = EVERY_LIST,
): Promise<Supervision | null> {
  if (!can(context.actor, "supervision.read", null)) return null;
  const [requests, instructions, proposals, unsigned, drafts, replyDueOn] = await Promise.all([
    listPendingRequests(toSlice(view, "requests"), context),
    listOpenInstructions(toSlice(view, "instructions"), context),
    listSlipProposals(toSlice(view, "proposals"), context),
    listNotReceived([], toSlice(view, "unsigned"), context),
    listDrafts(toSlice(view, "drafts"), context),
    usualReplyDay(context),
  ]);
  return {
    requests: requests.shown,
    instructions: instructions.shown,
    proposals: proposals.shown,
    unsigned: unsigned.shown,
    drafts: drafts.shown,
    replyDueOn,
    totals: {
      requests: requests.total,
      instructions: instructions.total,
      proposals: proposals.total,
      unsigned: unsigned.total,
      drafts: drafts.total,
    },
  };
}
