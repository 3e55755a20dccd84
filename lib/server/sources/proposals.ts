// The work on the proposals of a document: accept, correct, merge, dismiss, reopen, and add by hand. Writes no targets.
import "server-only";
import { isMergedAs, nextProposalState, type ProposalStep } from "@/lib/domain/proposals/workflow";
import { splitParagraphs } from "@/lib/imports/documents/segments";
import { mergeProposals, separateProposals } from "@/lib/imports/proposals/merge-proposals";
import { proposalOfPassage } from "@/lib/imports/proposals/propose";
import { missingFields } from "@/lib/imports/proposals/task-of-proposal";
import { type ProposalCorrection, type ProposalFields, proposalFieldsSchema } from "@/lib/schemas/proposal";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { isUuid } from "@/lib/server/db/columns";
import { listNamedDepartments } from "@/lib/server/departments/named-departments";
import { mutate, type Result, reject } from "@/lib/server/mutation";
import { toProposalRow } from "./proposal-row";

interface Key {
  readonly id: string;
  readonly version: number;
}

/** Proposals are working notes without events; only the target that is created from one has them. */
const NO_EVENTS = { result: null, events: [] } as const;

async function lockProposal(tx: Transaction, { id, version }: Key) {
  await tx.$executeRaw`SELECT FROM proposal WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await tx.proposal.findUnique({ where: { id } });
  if (found === null) return reject({ kind: "not-found" });
  if (found.version !== version) return reject({ kind: "conflict", why: "changed", by: null, at: null });
  return toProposalRow(found);
}

async function bodyOf(tx: Transaction, sourceId: string): Promise<string> {
  const section = await tx.sourceSection.findFirst({ where: { sourceId }, select: { body: true } });
  return section?.body ?? "";
}

const changed = { version: { increment: 1 } } as const;

/** Rejects what lacks, by field. */
function assertComplete(fields: ProposalFields): void {
  const errors = missingFields(fields);
  if (Object.keys(errors).length > 0) reject({ kind: "invalid", errors });
}

/** A step of the workflow. Merging names the proposal that takes this one in. */
export function moveProposal(key: Key & { step: ProposalStep; into: string }, context: Context): Promise<Result<null>> {
  return mutate("target.create", context, async ({ tx }) => {
    const proposal = await lockProposal(tx, key);
    const state = nextProposalState(proposal, key.step);
    if (state === null) return reject({ kind: "conflict", why: "changed", by: null, at: null });
    if (key.step === "merge") await mergeInto(tx, proposal, key.into);
    else {
      if (key.step === "accept") assertComplete(proposal.fields);
      if (proposal.state === "merged") await separate(tx, proposal);
      await tx.proposal.update({
        where: { id: key.id },
        data: { state, mergedIntoId: null, mergedAs: null, ...changed },
      });
    }
    return NO_EVENTS;
  });
}

type Row = ReturnType<typeof toProposalRow>;

async function mergeInto(tx: Transaction, proposal: Row, intoId: string): Promise<void> {
  const found = isUuid(intoId) ? await tx.proposal.findUnique({ where: { id: intoId } }) : null;
  const into = found === null ? null : toProposalRow(found);
  const isPossible =
    into !== null &&
    into.id !== proposal.id &&
    into.sourceId === proposal.sourceId &&
    (into.state === "open" || into.state === "accepted") &&
    !into.isDrafted &&
    into.fields.role === "promise";
  if (!isPossible) reject({ kind: "invalid", errors: { into: "unknown" } });
  // What was merged into this one before would lose its place.
  if ((await tx.proposal.count({ where: { mergedIntoId: proposal.id } })) > 0) {
    reject({ kind: "invalid", errors: { into: "has-merged" } });
  }
  const body = await bodyOf(tx, proposal.sourceId);
  const text = body.slice(proposal.startsAt, proposal.endsAt);
  const { fields, as } = mergeProposals(into.fields, proposal.fields, text);
  const checked = proposalFieldsSchema.safeParse(fields);
  if (!checked.success) reject({ kind: "invalid", errors: { into: "note-full" } });
  await tx.proposal.update({ where: { id: into.id }, data: { fields, ...changed } });
  await tx.proposal.update({
    where: { id: proposal.id },
    data: { state: "merged", mergedIntoId: into.id, mergedAs: as, ...changed },
  });
}

async function separate(tx: Transaction, proposal: Row): Promise<void> {
  const { mergedIntoId, mergedAs } = proposal;
  const found = mergedIntoId === null ? null : await tx.proposal.findUnique({ where: { id: mergedIntoId } });
  if (found === null || mergedAs === null || !isMergedAs(mergedAs)) return;
  const into = toProposalRow(found);
  if (into.isDrafted) reject({ kind: "invalid", errors: { form: "proposal-drafted" } });
  const body = await bodyOf(tx, proposal.sourceId);
  const text = body.slice(proposal.startsAt, proposal.endsAt);
  const fields = separateProposals(into.fields, proposal.fields, mergedAs, text);
  await tx.proposal.update({ where: { id: into.id }, data: { fields, ...changed } });
}

/** Saves the card's form; accepts it too if asked. An accepted proposal must stay complete. */
export function correctProposal(input: ProposalCorrection, context: Context): Promise<Result<null>> {
  return mutate("target.create", context, async ({ tx }) => {
    const { id, version, accept, ...form } = input;
    const proposal = await lockProposal(tx, { id, version });
    if (proposal.isDrafted || proposal.state === "merged" || proposal.state === "dismissed") {
      return reject({ kind: "conflict", why: "changed", by: null, at: null });
    }
    const fields = { ...proposal.fields, ...form };
    const state = accept === undefined ? proposal.state : "accepted";
    if (state === "accepted") assertComplete(fields);
    await tx.proposal.update({ where: { id }, data: { fields, state, ...changed } });
    return NO_EVENTS;
  });
}

/** Accepts every open promise that lacks nothing. */
export function acceptComplete(sourceId: string, context: Context): Promise<Result<null>> {
  return mutate("target.create", context, async ({ tx }) => {
    const open = await tx.proposal.findMany({ where: { sourceId, state: "open" } });
    const complete = open.map(toProposalRow).filter(({ fields }) => Object.keys(missingFields(fields)).length === 0);
    if (complete.length === 0) reject({ kind: "invalid", errors: { form: "none-complete" } });
    await tx.proposal.updateMany({
      where: { sourceId, state: "open", id: { in: complete.map(({ id }) => id) } },
      data: { state: "accepted", ...changed },
    });
    return NO_EVENTS;
  });
}

interface Passage {
  readonly source: string;
  readonly passage: { readonly startsAt: number; readonly endsAt: number };
}

/** A proposal for a passage that a person selected, with what the recogniser reads in it. */
export function addProposal({ source, passage }: Passage, context: Context): Promise<Result<null>> {
  return mutate("target.create", context, async ({ tx }) => {
    const record = await tx.source.findUnique({ where: { id: source }, select: { year: true, textHash: true } });
    if (record === null || record.textHash === null) return reject({ kind: "not-found" });
    const body = await bodyOf(tx, source);
    const { startsAt, endsAt } = passage;
    const inside = splitParagraphs(body).some(({ at, end }) => at <= startsAt && startsAt < endsAt && endsAt <= end);
    if (!inside || body.slice(startsAt, endsAt).trim() === "") {
      return reject({ kind: "invalid", errors: { form: "not-a-passage" } });
    }
    const departments = await listNamedDepartments(tx);
    const { fields, words } = proposalOfPassage(body, passage, { departments, year: record.year });
    await tx.proposal.create({
      data: {
        sourceId: source,
        startsAt,
        endsAt,
        origin: "selected",
        fields,
        words: words.map((word) => ({ ...word })),
      },
    });
    return NO_EVENTS;
  });
}
