// One target with everything that its page, its chart and its files need.
import "server-only";
import { cache } from "react";
import { can, canReadSource } from "@/lib/domain/permissions/can";
import { isPromised, TARGET_STEPS } from "@/lib/domain/targets/life-cycle";
import { replacedTerms } from "@/lib/domain/targets/revisions";
import type { TermsVersion } from "@/lib/domain/targets/standing";
import { PAST_VALUE_ORIGINS, VERDICTS, VISIBILITIES } from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";
import { formerCalendarSchema } from "@/lib/schemas/revision";
import { cachedForVisitors } from "@/lib/server/cache/visitor-cache";
import type { Context } from "@/lib/server/context";
import { dayOf, dayOrNull, oneOf } from "@/lib/server/db/columns";
import type {
  PastValueView,
  ReportedReading,
  RevisionView,
  TargetDetail,
  TransitionView,
  UpdateView,
} from "@/lib/views/target-detail";
import { type Beside, type DetailBatch, type DetailRecord, readBatch } from "./detail-batch";
import { getParts } from "./parts";
import { readDepartmentNames, responsibilityAt, toResponsibilityView } from "./responsibility";
import { addPeers, bilingual, isIssuedAt, readableQuote, toTargetRow, toTargetScope } from "./rows";
import { readSignatories, type Signatories } from "./signatories";
import { toStepViews, toTermsVersions } from "./terms-columns";
import { visibleUpdates } from "./update-views";
import { getYears } from "./years";

/** Whether the actor may also read a target that this page names. */
function isReadable(other: Beside, { actor, clock }: Context): boolean {
  const supporting = other.supporting.map((one) => one.department.slug);
  const isIssued = isIssuedAt(other, clock.knownUntil);
  return can(actor, "target.read", { target: { ...toTargetScope(other), isIssued, supporting } });
}

function readRelated({ code, title, titleEn }: Beside): { readonly code: string; readonly title: Bilingual } {
  return { code, title: bilingual(title, titleEn) };
}

function readingsOf(updates: readonly UpdateView[]): ReportedReading[] {
  return updates
    .filter((update) => update.state === "approved")
    .map((update) => ({ ...update.reading, updateId: update.id, illustrative: update.illustrative }))
    .sort((one, other) => (one.asOf < other.asOf ? -1 : 1));
}

function pastValueOf(record: DetailRecord["pastValues"][number]): PastValueView {
  return {
    asOf: dayOf(record.asOf),
    value: record.value,
    origin: oneOf(PAST_VALUE_ORIGINS, record.origin),
    note: bilingual(record.note, record.noteEn),
  };
}

function revisionOf(record: DetailRecord["revisions"][number], { ofOffice }: Signatories): RevisionView {
  return {
    id: record.id,
    revisedAt: record.revisedAt,
    author: ofOffice(record.author),
    reason: record.reason,
    authority: record.authority,
    before: record.before as Record<string, unknown>,
    after: record.after as Record<string, unknown>,
  };
}

/** The name of the custom calendar at `moment`: the one that the first later change of calendar replaced. */
function ownCalendarAt({ ownCalendar, revisions }: DetailRecord, moment: Date): TargetDetail["ownCalendar"] {
  const replaced = revisions
    .filter(({ revisedAt }) => revisedAt > moment)
    .toSorted((one, other) => one.revisedAt.getTime() - other.revisedAt.getTime())
    .map(({ before }) => formerCalendarSchema.parse(before).ownCalendar)
    .find((former) => former !== undefined);
  if (replaced !== undefined) return replaced;
  return ownCalendar === null ? null : bilingual(ownCalendar.name, ownCalendar.nameEn);
}

/** Null before there is a promise. */
function issuedOf(
  record: DetailRecord,
  versions: readonly TermsVersion[],
  names: TargetDetail["departmentNames"],
): TargetDetail["issued"] {
  const promised = versions.find(({ terms }) => isPromised(terms));
  if (promised === undefined) return null;
  const at = new Date(promised.knownFrom);
  const responsibility = toResponsibilityView(responsibilityAt(record, at), names);
  return { responsibility, ownCalendar: ownCalendarAt(record, at) };
}

function transitionOf(record: DetailRecord["transitions"][number], { ofOwner, ofOffice }: Signatories): TransitionView {
  const { id, step, at, actor, note, authority, verdict } = record;
  return {
    id,
    step: oneOf(TARGET_STEPS, step),
    at,
    actor: step === "receive" ? ofOwner(actor, at) : ofOffice(actor),
    note,
    authority,
    verdict: verdict === null ? null : oneOf(VERDICTS, verdict),
  };
}

function sourceOf(record: DetailRecord["quote"], { actor }: Context): TargetDetail["source"] {
  const quote = readableQuote(record, actor);
  if (quote === null) return null;
  const { section } = quote;
  return {
    id: section.source.id,
    isReadable: canReadSource(actor, { visibility: oneOf(VISIBILITIES, section.source.visibility) }),
    title: bilingual(section.source.title, section.source.titleEn),
    publisher: bilingual(section.source.publisher, section.source.publisherEn),
    year: section.source.year,
    author: section.author,
    office: bilingual(section.office, section.officeEn),
  };
}

async function detailOf(code: string, batch: DetailBatch, context: Context): Promise<TargetDetail | null> {
  const [standing, record] = [batch.standings.get(code), batch.records.get(code)];
  if (standing === undefined || record === undefined) return null;
  const row = toTargetRow(record, standing, context);
  const signatories = await readSignatories(row.owner, record.revisions, context);
  const updates = visibleUpdates(record, row.terms, signatories, context);
  const [split, years, departmentNames] = await Promise.all([
    getParts(record.id, context),
    getYears(record, row.terms.baseline, context),
    readDepartmentNames(record, context.clock.knownUntil),
  ]);
  const versions = toTermsVersions(record, context.clock.knownUntil);
  const readings = [...readingsOf(updates), ...(split?.readings ?? [])];
  return {
    ...row,
    standing: addPeers(row.standing, readings),
    rollUp: split === null ? null : row.rollUp,
    ownerId: record.ownerId,
    visibility: oneOf(VISIBILITIES, record.visibility),
    isIssued: isIssuedAt(record, context.clock.knownUntil),
    note: bilingual(record.note, record.noteEn),
    baselineNote: bilingual(record.baselineNote, record.baselineNoteEn),
    planNote: bilingual(record.planNote, record.planNoteEn),
    parent: record.parent !== null && isReadable(record.parent, context) ? readRelated(record.parent) : null,
    years,
    // A part has the quote of its whole, but is not another promise of the sentence.
    siblings: (record.quote?.targets ?? [])
      .filter((other) => other.code !== code && other.parentId === null && other.code !== record.parent?.code)
      .filter((other) => isReadable(other, context))
      .map(readRelated),
    ...toResponsibilityView(responsibilityAt(record, context.clock.knownUntil), departmentNames),
    issued: issuedOf(record, versions, departmentNames),
    departmentNames,
    source: sourceOf(record.quote, context),
    steps: toStepViews(row.terms.steps, record.steps),
    readings: readings.sort((one, other) => (one.asOf < other.asOf ? -1 : 1)),
    parts: split?.parts ?? null,
    overcommitmentReason: split === null ? null : record.overcommitmentReason,
    closesAfterDays: record.closesAfterDays,
    pastValues: record.pastValues.map(pastValueOf),
    updates,
    revisions: record.revisions
      .filter((one) => one.revisedAt <= context.clock.knownUntil)
      .map((one) => revisionOf(one, signatories)),
    replacedTerms: replacedTerms(versions),
    transitions: record.transitions
      .filter((one) => one.at <= context.clock.knownUntil)
      .map((one) => transitionOf(one, signatories)),
    receiveDueOn: dayOrNull(record.receiveDueOn),
    evidenceRequired: record.evidenceRequired,
    rules: batch.rules,
    importedDays: batch.importedDays,
    ownCalendar: ownCalendarAt(record, context.clock.knownUntil),
  };
}

/** The target as known on the context's day; null if it does not exist or the actor may not read it. */
export async function getTarget(code: string, context: Context): Promise<TargetDetail | null> {
  return detailOf(code, await readBatch([code], context), context);
}

/** Few enough that their reports fit in memory. */
const BATCH = 20;

/** The same for many targets, one after another in the order of `codes`, with a few queries per batch. */
export async function* readTargets(codes: readonly string[], context: Context): AsyncGenerator<TargetDetail | null> {
  for (let start = 0; start < codes.length; start += BATCH) {
    const some = codes.slice(start, start + BATCH);
    const batch = await readBatch(some, context);
    for (const code of some) yield await detailOf(code, batch, context);
  }
}

/** The same for pages and files: read once per request, and cached for visitors until the next event. */
export const getCachedTarget = cache(
  (code: string, context: Context): Promise<TargetDetail | null> =>
    cachedForVisitors(`target ${code}`, context, () => getTarget(code, context)),
);
