// What the report form starts from.
import "server-only";
import { earlierDate, type IsoDate, laterDate } from "@/lib/domain/calendar/iso-date";
import {
  awaitedReport,
  isSamePeriod,
  type ReportingPeriod,
  reportingPeriodsOf,
} from "@/lib/domain/calendar/reporting-periods";
import { isOwnReport } from "@/lib/domain/permissions/authorship";
import { can } from "@/lib/domain/permissions/can";
import { UPDATE_STATES } from "@/lib/domain/updates/types";
import type { Clock } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf, isUuid, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { EVIDENCE, toEvidenceViews } from "@/lib/server/evidence/views";
import { bilingual, toReading, UPDATE_READING } from "@/lib/server/targets/rows";
import type { EndedDraft, ReportForm } from "@/lib/views/update";
import { findDrafts, whereOwnDraft } from "./drafts";
import { toReportScope } from "./report-scope";
import { getReportTarget, type ReportTarget, reportFacts } from "./report-target";
import { whereWaitingAt } from "./state-at";

/** Where the form's content comes from: a draft to go on with, a returned report to mend, an approved one to correct. */
export interface FormOrigin {
  readonly draft?: string;
  readonly from?: string;
  readonly corrects?: string;
}

const ORIGIN = { ...UPDATE_READING, author: { select: { name: true } } } as const;
type Origin = Prisma.UpdateGetPayload<{ include: typeof ORIGIN }>;

/** Null when the actor may not report on it, or the draft, returned or approved report named is not there. */
export async function getReportForm(code: string, origin: FormOrigin, context: Context): Promise<ReportForm | null> {
  const target = await getReportTarget(db, { code }, context.clock);
  if (target === null || !can(context.actor, "update.draft", target.scope)) return null;
  const id = origin.draft ?? origin.from ?? origin.corrects;
  const begun = id === undefined ? await findOpenDraft(target, context) : null;
  const start = id === undefined ? begun : await findOrigin(id, origin, target, context);
  if (id !== undefined && start === null) return null;
  const isDraft = begun !== null || origin.draft !== undefined;
  const previous = target.readings.at(-1) ?? null;
  const files =
    start === null || !(isDraft || isToReport(start))
      ? []
      : toEvidenceViews(await db.evidenceFile.findMany({ where: { updateId: start.id }, ...EVIDENCE }));
  const { record, terms } = target;
  const { unit, unitEn, precision } = record.metric;
  return {
    target: {
      code,
      title: bilingual(record.title, record.titleEn),
      owner: bilingual(record.owner.name, record.owner.nameEn),
      metric: { unit, unitEn, precision },
      terms,
    },
    files: files.map(({ id: fileId, ...file }) => ({ fileId, ...file })),
    input:
      start === null
        ? blankInput(target, context.clock.today)
        : inputOf(start, { isDraft, isCorrection: origin.corrects !== undefined }),
    previous,
    returnReason: start?.state === "returned" ? start.returnReason : null,
    isCorrection: start !== null && (origin.corrects !== undefined || start.supersedesId !== null),
    startedFrom: id ?? null,
    waiting: await findWaiting(target, context),
    missedDays: listMissedDays(target, context.clock),
    lastTexts: await readTexts(previous?.updateId ?? null),
    isEvidenceRequired: record.evidenceRequired,
    readings: target.readings,
    saved: start?.state === "draft" ? { by: start.author.name, at: start.savedAt ?? start.createdAt } : null,
  };
}

async function findWaiting({ record }: ReportTarget, { actor, clock }: Context): Promise<ReportForm["waiting"]> {
  const waiting = await db.update.findFirst({
    where: { targetId: record.id, ...whereWaitingAt(clock.knownUntil) },
    select: { asOf: true, authorId: true, author: { select: { name: true } } },
    orderBy: { asOf: "desc" },
  });
  if (waiting === null) return null;
  const isOwn = actor.kind === "user" && waiting.authorId === actor.userId;
  return { asOf: dayOf(waiting.asOf), by: waiting.author.name, isOwn };
}

async function readTexts(updateId: string | null): Promise<ReportForm["lastTexts"]> {
  if (updateId === null) return null;
  const texts = await db.update.findUnique({
    where: { id: updateId },
    select: { note: true, problems: true, nextStep: true },
  });
  return texts === null || Object.values(texts).every((text) => text === "") ? null : texts;
}

/** The draft that is there for the period the form would be about, or for a later one. */
async function findOpenDraft(target: ReportTarget, context: Context): Promise<Origin | null> {
  const asOf = defaultAsOf(target, context.clock.today);
  const drafts = await findDrafts(db, target, context, null);
  const answers = (day: IsoDate) => day >= asOf || isSamePeriod(target.terms, day, asOf);
  return drafts.find((draft) => answers(dayOf(draft.asOf))) ?? null;
}

/** A draft of the actor's own that is no longer one: it was submitted or discarded, perhaps in another browser. */
export async function getEndedDraft(
  code: string,
  id: string | undefined,
  { actor }: Context,
): Promise<EndedDraft | null> {
  if (id === undefined || !isUuid(id) || actor.kind !== "user") return null;
  const found = await db.update.findFirst({ where: { AND: whereOwnDraft(actor), id, target: { code } } });
  if (found === null || found.state === "draft") return null;
  return { id, state: oneOf(UPDATE_STATES, found.state), at: found.submittedAt ?? found.savedAt ?? found.createdAt };
}

/** A returned or withdrawn report is the start of a new one. */
function isToReport({ state }: Pick<Origin, "state">): boolean {
  return state === "returned" || state === "withdrawn";
}

async function findOrigin(
  id: string,
  origin: FormOrigin,
  target: ReportTarget,
  { actor }: Context,
): Promise<Origin | null> {
  if (!isUuid(id) || actor.kind !== "user") return null;
  const found = await db.update.findUnique({ where: { id }, include: ORIGIN });
  if (found === null || found.targetId !== target.record.id) return null;
  if (origin.draft !== undefined) {
    const isOwn = isOwnReport(actor, target.record.ownerId, toReportScope(found));
    return found.state === "draft" && isOwn ? found : null;
  }
  if (origin.from !== undefined) return isToReport(found) ? found : null;
  return target.readings.some((reading) => reading.updateId === id) ? found : null;
}

/** As many periods as a choice can show. */
const MOST_MISSED = 6;

/** The days of ended periods without an approved report that are not closed for entry, the latest first. */
function listMissedDays(target: ReportTarget, clock: Clock): IsoDate[] {
  const { terms, readings } = target;
  if (terms.kind === "milestone") return [];
  const { isClosed } = reportFacts(target, clock);
  const last = readings.at(-1)?.asOf ?? "";
  // A report on a day inside the latest period does not complete it.
  const isReported = ({ startOn, endOn }: ReportingPeriod) =>
    endOn <= last && readings.some(({ asOf }) => asOf >= startOn && asOf <= endOn);
  return reportingPeriodsOf(terms)
    .filter((period) => period.opensOn <= clock.today && !isReported(period))
    .map(({ endOn }) => endOn)
    .filter((endOn) => endOn >= (terms.issuedOn ?? terms.startOn) && !isClosed?.(endOn))
    .toReversed()
    .slice(0, MOST_MISSED);
}

/** The end of the period that is due; today, while none has ended. */
export function defaultAsOf({ terms, readings, importedDays }: ReportTarget, today: IsoDate): IsoDate {
  const next = awaitedReport(terms, readings.at(-1) ?? null, importedDays);
  const end = next !== null && next.endOn <= today ? next.endOn : today;
  return laterDate(earlierDate(end, terms.dueOn), terms.startOn);
}

function blankInput(target: ReportTarget, today: IsoDate): ReportForm["input"] {
  const done = target.readings.at(-1)?.completedSteps ?? [];
  return {
    requestKey: crypto.randomUUID(),
    updateId: null,
    version: null,
    supersedesId: null,
    asOf: defaultAsOf(target, today),
    value: "",
    numerator: "",
    denominator: "",
    peers: "",
    steps: done.map(({ key, doneOn }) => ({ key, doneOn })),
    note: "",
    problems: "",
    nextStep: "",
    evidence: "",
    keepFiles: [],
  };
}

interface Continues {
  readonly isDraft: boolean;
  readonly isCorrection: boolean;
}

function inputOf(start: Origin, { isDraft, isCorrection }: Continues): ReportForm["input"] {
  const reading = toReading(start);
  const { problems, nextStep, evidence } = start;
  return {
    requestKey: isDraft ? start.requestKey : crypto.randomUUID(),
    updateId: isDraft ? start.id : null,
    version: isDraft ? start.version : null,
    supersedesId: isCorrection ? start.id : start.supersedesId,
    asOf: reading.asOf,
    value: reading.value?.toFixed() ?? "",
    numerator: reading.numerator?.toFixed() ?? "",
    denominator: reading.denominator?.toFixed() ?? "",
    peers: reading.peers?.toString() ?? "",
    steps: reading.completedSteps.map(({ key, doneOn }) => ({ key, doneOn })),
    note: isCorrection ? "" : start.note,
    problems,
    nextStep,
    evidence,
    keepFiles: [],
  };
}
