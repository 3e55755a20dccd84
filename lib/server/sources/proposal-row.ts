// A stored proposal with its fields checked.
import "server-only";
import { PROPOSAL_ORIGINS, PROPOSAL_STATES } from "@/lib/domain/proposals/workflow";
import { proposalFieldsSchema, proposalWordsSchema } from "@/lib/schemas/proposal";
import { oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";

export function toProposalRow(record: Prisma.ProposalGetPayload<object>) {
  return {
    ...record,
    state: oneOf(PROPOSAL_STATES, record.state),
    origin: oneOf(PROPOSAL_ORIGINS, record.origin),
    isDrafted: record.targetId !== null,
    fields: proposalFieldsSchema.parse(record.fields),
    words: proposalWordsSchema.parse(record.words),
  };
}
export type ProposalRow = ReturnType<typeof toProposalRow>;
