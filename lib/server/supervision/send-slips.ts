// Sends several proposed slips at once.
import "server-only";
import type { ChosenSlip } from "@/lib/schemas/instruction";
import type { Context } from "@/lib/server/context";
import { sendInstruction } from "@/lib/server/instructions/mutations";
import type { MutationError } from "@/lib/server/mutation";
import type { SlipProposal } from "@/lib/views/supervision";
import { listSlipsByCodes } from "./slips";

export interface SentSlips {
  readonly sent: number;
  /** The slips that could not be sent, with the reason; all others were sent. */
  readonly refused: readonly { readonly code: string; readonly error: MutationError }[];
}

interface SlipText {
  /** The office, as the signature of the slips. */
  readonly givenBy: string;
  readonly body: (proposal: SlipProposal) => string;
}

/**
 * Sends each slip as currently proposed, in its own transaction. Rejects a slip that was already sent or whose proposal
 * has changed since it was shown.
 */
export async function sendSlips(chosen: readonly ChosenSlip[], text: SlipText, context: Context): Promise<SentSlips> {
  const proposals = new Map(
    (await listSlipsByCodes([...new Set(chosen.map(({ code }) => code))], context)).map((one) => [one.row.code, one]),
  );
  const refused: SentSlips["refused"][number][] = [];
  for (const { code, rule, periodEnd } of chosen) {
    const proposal = proposals.get(code);
    const isCurrent = proposal?.rule.key === rule && proposal.periodEnd === periodEnd;
    if (proposal === undefined || !isCurrent) {
      const isGone = proposal === undefined;
      refused.push({
        code,
        error: isGone ? { kind: "not-found" } : { kind: "conflict", why: "changed", by: null, at: null },
      });
      continue;
    }
    const { replyDueOn } = proposal;
    const { colour } = proposal.rule;
    const slip = { kind: "slip", colour, givenBy: text.givenBy, body: text.body(proposal), replyDueOn } as const;
    const outcome = await sendInstruction(code, { ...slip, rule, periodEnd }, context);
    if (!outcome.ok) refused.push({ code, error: outcome.error });
  }
  return { sent: chosen.length - refused.length, refused };
}
