// The accepted proposals of a document as drafts of targets, in one transaction and once only.
import "server-only";
import { createHash } from "node:crypto";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import type { Language } from "@/lib/i18n/languages";
import { splitParagraphs } from "@/lib/imports/documents/segments";
import type { PlannedLine } from "@/lib/imports/plan";
import { quoteSpan } from "@/lib/imports/proposals/mark-runs";
import { taskOfProposal } from "@/lib/imports/proposals/task-of-proposal";
import { MOST_DRAFTS, planTargets } from "@/lib/imports/target-drafts";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import { listNamedDepartments } from "@/lib/server/departments/named-departments";
import { mutate, type Result, reject } from "@/lib/server/mutation";
import { writeDrafts } from "@/lib/server/targets/create";
import { listExistingTargets, promiseIn } from "@/lib/server/targets/draft-facts";
import { type ProposalRow, toProposalRow } from "./proposal-row";

/** What the page showed: the accepted proposals with their versions. */
export function draftingDigest(accepted: readonly { readonly id: string; readonly version: number }[]): string {
  const keys = accepted.map(({ id, version }) => `${id}:${version}`).sort();
  return createHash("sha256").update(keys.join("\n")).digest("hex");
}

/** A proposal that became no draft, and why: a key under `import.reasons`. */
interface LeftProposal {
  readonly id: string;
  readonly why: string;
  /** See PlannedLine. */
  readonly faults: NonNullable<PlannedLine["faults"]>;
}

export interface Drafting {
  readonly codes: readonly string[];
  readonly left: readonly LeftProposal[];
}

interface Document {
  readonly body: string;
  readonly merged: readonly ProposalRow[];
}

/** The sentences of a proposal and of what was merged into it in the same paragraph. */
export function quoteOf(proposal: ProposalRow, { body, merged }: Document) {
  const paragraph = splitParagraphs(body).find(({ at, end }) => at <= proposal.startsAt && proposal.endsAt <= end);
  const within = merged.filter(
    ({ mergedIntoId, startsAt, endsAt }) =>
      mergedIntoId === proposal.id && paragraph !== undefined && paragraph.at <= startsAt && endsAt <= paragraph.end,
  );
  const spans = [proposal, ...within];
  const span = quoteSpan(paragraph?.sentences ?? [], {
    startsAt: Math.min(...spans.map(({ startsAt }) => startsAt)),
    endsAt: Math.max(...spans.map(({ endsAt }) => endsAt)),
  });
  const text = body.slice(span.at, span.end);
  const startsAt = span.at + text.length - text.trimStart().length;
  return { key: `${proposal.sourceId}-${startsAt}-${span.end}`, text: text.trim(), startsAt };
}

export function draftTargets(
  source: { readonly id: string; readonly digest: string; readonly lang: Language },
  context: Context,
): Promise<Result<Drafting>> {
  return mutate("target.create", context, async (write) => {
    const { tx } = write;
    await tx.$executeRaw`LOCK TABLE target IN SHARE ROW EXCLUSIVE MODE`;
    const record = await tx.source.findUnique({ where: { id: source.id }, include: { sections: true } });
    const section = record?.sections[0];
    if (record === null || section === undefined) return reject({ kind: "not-found" });
    const rows = (await tx.proposal.findMany({ where: { sourceId: source.id }, orderBy: { startsAt: "asc" } })).map(
      toProposalRow,
    );
    const accepted = rows.filter(({ state, isDrafted }) => state === "accepted" && !isDrafted);
    if (accepted.length === 0) reject({ kind: "invalid", errors: { form: "none-accepted" } });
    if (accepted.length > MOST_DRAFTS) reject({ kind: "invalid", errors: { form: "too-many-tasks" } });
    if (draftingDigest(accepted) !== source.digest)
      return reject({ kind: "conflict", why: "changed", by: null, at: null });

    const merged = rows.filter(({ state }) => state === "merged");
    const document = { body: section.body, merged };
    const quotes = accepted.map((proposal) => quoteOf(proposal, document));
    await writeQuotes(tx, section.id, quotes);
    const [departments, existing] = await Promise.all([listNamedDepartments(tx), listExistingTargets(tx)]);
    const nameOf = (slug: string) => departments.find((one) => one.slug === slug)?.name ?? null;
    const tasks = accepted.map(({ fields }, index) => taskOfProposal(fields, index, nameOf(fields.owner)));
    const plan = planTargets(tasks, {
      departments,
      existing,
      sourceOf: () => "",
      citationOf: ({ row }) => ({
        quote: quotes[row]?.key ?? "",
        text: quotes[row]?.text ?? "",
        startYear: record.year,
      }),
      promiseOf: promiseIn(source.lang),
    });

    const drafts = plan.entries.map((input) => ({ input, importFingerprint: null }));
    const { ids, events } = await writeDrafts(write, drafts, { reusesMetrics: true });
    const added = accepted.filter((_, index) => plan.lines[index]?.outcome === "added");
    for (const [index, targetId] of ids.entries()) {
      const proposal = added[index];
      if (proposal === undefined) continue;
      await writePastValues(tx, targetId, proposal);
      await tx.proposal.update({ where: { id: proposal.id }, data: { targetId, version: { increment: 1 } } });
    }
    const codes = plan.entries.map(({ code }) => code);
    const left = plan.lines.flatMap((line, index) => notDrafted(line, accepted[index]));
    return { result: { codes, left }, standingsOf: ids, events };
  });
}

function notDrafted({ outcome, why, faults = {} }: PlannedLine, proposal: ProposalRow | undefined): LeftProposal[] {
  if (outcome === "added" || proposal === undefined) return [];
  return [{ id: proposal.id, why: outcome === "same" ? "exists" : (why ?? "does-not-fit"), faults }];
}

interface NewQuote {
  readonly key: string;
  readonly text: string;
  readonly startsAt: number;
}

/** Targets of one sentence share its quote. */
async function writeQuotes(tx: Transaction, sectionId: string, quotes: readonly NewQuote[]): Promise<void> {
  for (const { key, text, startsAt } of new Map(quotes.map((quote) => [quote.key, quote])).values()) {
    await tx.quote.upsert({
      where: { key },
      create: { key, text, textEn: text, startsAt, sectionId },
      update: {},
    });
  }
}

async function writePastValues(tx: Transaction, targetId: string, { fields }: ProposalRow): Promise<void> {
  for (const { year, value } of fields.pastValues) {
    await tx.pastValue.create({
      data: { targetId, asOf: dayColumn(isoDate(`${year}-12-31`)), value, origin: "printed" },
    });
  }
}
