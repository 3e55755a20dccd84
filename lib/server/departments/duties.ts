// What an owning department owes the supervision office beside its reports.
import "server-only";
import { type DeskView, EVERY_LIST, sliceOf } from "@/lib/schemas/desk-view";
import type { Context } from "@/lib/server/context";
import { type InstructionView, listInstructionsToAnswer } from "@/lib/server/instructions/data";
import { listRequestsOf, type RequestView } from "@/lib/server/requests/data";
import { listUnsigned, type Unsigned } from "@/lib/server/targets/unsigned";

export const DUTY_LISTS = ["toReceive", "instructions", "requests"] as const;
export type DutyList = (typeof DUTY_LISTS)[number];

/** The first entries of each list, or a page of one of them. */
export interface Duties {
  /** Issued and not signed for yet. */
  readonly toReceive: readonly Unsigned[];
  readonly instructions: readonly InstructionView[];
  /** What was asked for and is not decided. */
  readonly requests: readonly RequestView[];
  /** How many there are in all. */
  readonly totals: Readonly<Record<DutyList, number>>;
}

/** Null for who acts in no department. */
export async function getDuties(context: Context, view: DeskView<string> = EVERY_LIST): Promise<Duties | null> {
  const { actor } = context;
  if (actor.kind !== "user" || actor.memberships.length === 0) return null;
  const ids = [...new Set(actor.memberships.map((one) => one.departmentId))];
  const slugs = [...new Set(actor.memberships.map((one) => one.departmentSlug))];
  const [toReceive, instructions, requests] = await Promise.all([
    listUnsigned(slugs, sliceOf(view, "toReceive"), context),
    listInstructionsToAnswer(sliceOf(view, "instructions"), context),
    listRequestsOf(ids, sliceOf(view, "requests"), context),
  ]);
  return {
    toReceive: toReceive.shown,
    instructions: instructions.shown,
    requests: requests.shown,
    totals: { toReceive: toReceive.total, instructions: instructions.total, requests: requests.total },
  };
}
