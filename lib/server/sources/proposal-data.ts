// Reads a document with its proposals, paragraph by paragraph.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { isMergedAs } from "@/lib/domain/proposals/workflow";
import { VISIBILITIES } from "@/lib/domain/targets/types";
import { splitParagraphs } from "@/lib/imports/documents/segments";
import { markRuns } from "@/lib/imports/proposals/mark-runs";
import { missingFields, taskOfProposal } from "@/lib/imports/proposals/task-of-proposal";
import { questionsAboutTask } from "@/lib/imports/target-drafts";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOrNull, oneOf } from "@/lib/server/db/columns";
import { listNamedDepartments } from "@/lib/server/departments/named-departments";
import type { ProposalView, SourceProposals } from "@/lib/views/proposal";
import { draftingDigest, quoteOf } from "./draft-targets";
import { type ProposalRow, toProposalRow } from "./proposal-row";

type Row = ProposalRow & { readonly code: string | null };

/** Null if it does not exist, was not added by the office, or the actor may not create targets. */
export async function getSourceProposals(id: string, { actor }: Context): Promise<SourceProposals | null> {
  if (!can(actor, "target.create", null)) return null;
  const [source, records, departments] = await Promise.all([
    db.source.findUnique({ where: { id }, include: { sections: true } }),
    db.proposal.findMany({
      where: { sourceId: id },
      include: { target: { select: { code: true } } },
      orderBy: [{ startsAt: "asc" }, { endsAt: "asc" }, { id: "asc" }],
    }),
    listNamedDepartments(db),
  ]);
  const body = source?.sections[0]?.body;
  if (source === null || source.textHash === null || body === undefined) return null;
  const rows = records.map((record): Row => ({ ...toProposalRow(record), code: record.target?.code ?? null }));
  const merged = rows.filter(({ state }) => state === "merged");
  const questions = (row: Row) => {
    const lacks = Object.keys(missingFields(row.fields)).length > 0;
    const isWorkedOn = row.state === "open" || (row.state === "accepted" && row.code === null);
    if (lacks || !isWorkedOn) return [];
    const { key: quote, text } = quoteOf(row, { body, merged });
    const owner = departments.find(({ slug }) => slug === row.fields.owner)?.name ?? null;
    return questionsAboutTask(taskOfProposal(row.fields, 0, owner), {
      departments,
      sourceOf: () => "",
      citationOf: () => ({ quote, text, startYear: source.year }),
      promiseOf: () => "",
    });
  };
  const views = rows.map((row) => ({ ...viewOf(row, rows, body), questions: questions(row) }));
  const accepted = rows.filter(({ state, isDrafted }) => state === "accepted" && !isDrafted);
  const marks = rows.filter(({ state }) => state !== "dismissed");
  return {
    id,
    title: source.title,
    publisher: source.publisher,
    publishedOn: dayOrNull(source.publishedOn),
    visibility: oneOf(VISIBILITIES, source.visibility),
    paragraphs: splitParagraphs(body).map((paragraph) => ({
      at: paragraph.at,
      isHeading: paragraph.headingLevel !== null,
      runs: markRuns(body, paragraph, marks),
      sentences: paragraph.sentences.map(({ at, end, text }) => ({ at, end, text: text.trim() })),
      proposals: views.filter((_, index) => isWithin(rows[index], paragraph)),
    })),
    counts: countsOf(views),
    digest: draftingDigest(accepted),
    departments: departments.map(({ slug, name, nameEn }) => ({ slug, name, nameEn })),
  };
}

function isWithin(row: Row | undefined, { at, end }: { readonly at: number; readonly end: number }): boolean {
  return row !== undefined && row.startsAt >= at && row.startsAt < end;
}

function viewOf(row: Row, rows: readonly Row[], body: string): Omit<ProposalView, "questions"> {
  const into = rows.find(({ id }) => id === row.mergedIntoId);
  const { mergedAs } = row;
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    origin: row.origin,
    fields: row.fields,
    words: row.words,
    text: body.slice(row.startsAt, row.endsAt),
    missing: missingFields(row.fields),
    mergedInto:
      into === undefined || mergedAs === null || !isMergedAs(mergedAs)
        ? null
        : { id: into.id, title: into.fields.title, as: mergedAs },
    hasMerged: rows.some(({ mergedIntoId }) => mergedIntoId === row.id),
    code: row.code,
  };
}

function countsOf(views: readonly ProposalView[]): SourceProposals["counts"] {
  const count = (isIt: (view: ProposalView) => boolean) => views.filter(isIt).length;
  return {
    open: count(({ state }) => state === "open"),
    accepted: count(({ state, code }) => state === "accepted" && code === null),
    dismissed: count(({ state }) => state === "dismissed"),
    merged: count(({ state }) => state === "merged"),
    drafted: count(({ code }) => code !== null),
    complete: count(({ state, missing }) => state === "open" && Object.keys(missing).length === 0),
  };
}
