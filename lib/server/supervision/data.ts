// What waits for the supervision office: requests, targets to issue or not signed for, slips to send, replies to read.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { missingForIssue } from "@/lib/domain/targets/life-cycle";
import { type DeskView, EVERY_LIST, toSlice } from "@/lib/schemas/desk-view";
import type { Context } from "@/lib/server/context";
import { type InstructionView, listOpenInstructions } from "@/lib/server/instructions/data";
import { listPendingRequests, type RequestView } from "@/lib/server/requests/data";
import { listDrafts, listNotReceived, type NotReceived } from "@/lib/server/targets/not-received";
import type { TargetRow } from "@/lib/server/targets/types";
import { listSlipProposals, type SlipProposal } from "./slips";

export const SUPERVISION_LISTS = ["requests", "instructions", "proposals", "unsigned", "drafts"] as const;
export type SupervisionList = (typeof SUPERVISION_LISTS)[number];

/** The first entries of each list, or a page of one of them. */
export interface Supervision {
  readonly requests: readonly RequestView[];
  /** Drafts with what they lack to be issued, and those issued without their figure. */
  readonly drafts: readonly { readonly row: TargetRow; readonly missing: ReturnType<typeof missingForIssue> }[];
  /** Issued and not signed for yet; the overdue ones first. */
  readonly unsigned: readonly NotReceived[];
  readonly proposals: readonly SlipProposal[];
  readonly instructions: readonly InstructionView[];
  /** How many there are in all. */
  readonly totals: Readonly<Record<SupervisionList, number>>;
}

/** Null for who may not look over the office's shoulder. */
export async function getSupervision(
  context: Context,
  view: DeskView<string> = EVERY_LIST,
): Promise<Supervision | null> {
  if (!can(context.actor, "supervision.read", null)) return null;
  const [requests, instructions, proposals, unsigned, drafts] = await Promise.all([
    listPendingRequests(toSlice(view, "requests"), context),
    listOpenInstructions(toSlice(view, "instructions"), context),
    listSlipProposals(toSlice(view, "proposals"), context),
    listNotReceived([], toSlice(view, "unsigned"), context),
    listDrafts(toSlice(view, "drafts"), context),
  ]);
  return {
    requests: requests.shown,
    instructions: instructions.shown,
    proposals: proposals.shown,
    unsigned: unsigned.shown,
    drafts: drafts.shown.map((row) => ({ row, missing: missingForIssue(row.terms) })),
    totals: {
      requests: requests.total,
      instructions: instructions.total,
      proposals: proposals.total,
      unsigned: unsigned.total,
      drafts: drafts.total,
    },
  };
}
