// The initial values of the target form: blank for a new target, filled in for a draft.
import "server-only";
import { type IsoDate, yearOf } from "@/lib/domain/calendar/iso-date";
import { can } from "@/lib/domain/permissions/can";
import { toRevisableTerms } from "@/lib/domain/targets/revisions";
import { ownCalendarChoice } from "@/lib/schemas/calendar";
import { labelFields } from "@/lib/schemas/label";
import type { EditedDraft } from "@/lib/schemas/new-target";
import { PLAN_CELL } from "@/lib/schemas/plan-cells";
import { listOwnCalendars } from "@/lib/server/calendars/data";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { listDepartments } from "@/lib/server/departments/data";
import { listLabelChoices } from "@/lib/server/labels/data";
import { listMetrics } from "@/lib/server/metrics/data";
import { runMutation } from "@/lib/server/mutation";
import type { TargetFormData } from "@/lib/views/target-forms";
import { namedLabels } from "./label-target";
import { getLockedTarget } from "./lock";

async function choices(context: Context) {
  const [metrics, departments, calendars, labels, quotes] = await Promise.all([
    listMetrics(),
    listDepartments(context),
    listOwnCalendars(),
    listLabelChoices(),
    db.quote.findMany({ select: { key: true, text: true }, orderBy: { key: "asc" }, take: MOST_QUOTES }),
  ]);
  return { metrics, departments, calendars, labels, quotes };
}

const MOST_QUOTES = 500;

/** The blank form, with the year of `today`. */
export async function getNewTargetForm(today: IsoDate, context: Context): Promise<TargetFormData> {
  const values = {
    "metric.precision": "0",
    baselineOrigin: "entered",
    startOn: `${yearOf(today)}-01-01`,
    dueOn: `${yearOf(today)}-12-31`,
  };
  return { draft: null, values, ...(await choices(context)) };
}

/** The form filled in from a draft; null if there is none, or the user may not edit it. */
export async function getDraftForm(code: string, context: Context): Promise<TargetFormData | null> {
  const read = await getDraft(code, context);
  if (read === null) return null;
  const { record, terms } = read;
  const quote = record.quoteId === null ? null : await db.quote.findUnique({ where: { id: record.quoteId } });
  const {
    steps: _steps,
    planPoints: _points,
    planValues,
    reportingDates: _dates,
    ...figures
  } = toRevisableTerms(terms);
  const typed = Object.entries(figures).map(([name, value]) => [name, value === null ? "" : String(value)]);
  const values = {
    ...(Object.fromEntries(typed) as Record<string, string>),
    "metric.precision": "0",
    baselineOrigin: "",
    baselineNote: record.baselineNote,
    code,
    title: record.title,
    titleEn: record.titleEn,
    owner: record.owner.slug,
    metric: record.metric.key,
    quote: quote?.key ?? "",
    calendar: record.calendarId === null ? record.calendar : ownCalendarChoice(record.calendarId),
    publicationLagMonths: String(record.publicationLagMonths),
    cutOffWorkingDays: String(record.cutOffWorkingDays),
    visibility: record.visibility,
    note: record.note,
    responsiblePost: record.responsiblePost ?? "",
    leaderInCharge: record.leaderInCharge ?? "",
    ...Object.fromEntries(record.supporting.map((one, row) => [`supporting.${row}`, one.department.slug])),
    ...labelFields(await namedLabels(db, record.id)),
    ...Object.fromEntries(planValues.map(({ on, value }) => [`${PLAN_CELL}${on}`, value])),
    ...Object.fromEntries(record.steps.flatMap(stepFields)),
  };
  return { draft: { code, version: record.version }, values, ...(await choices(context)) };
}

type StepRecord = Prisma.MilestoneStepGetPayload<object>;

function stepFields({ plannedOn, title, titleEn, weight }: StepRecord, row: number): [string, string][] {
  const fields = {
    plannedOn: dayOf(plannedOn),
    title,
    titleEn: titleEn === title ? "" : titleEn,
    weight: weight.toFixed(),
  };
  return Object.entries(fields).map(([field, text]) => [`steps.${row}.${field}`, text]);
}

/** What the form of a draft may leave unchanged; null if there is no draft, or the user may not edit it. */
export async function getEditedDraft(code: string, context: Context): Promise<EditedDraft | null> {
  const read = await getDraft(code, context);
  return read && { terms: toRevisableTerms(read.terms), baselineNote: read.record.baselineNote };
}

async function getDraft(code: string, context: Context) {
  const read = await runMutation(() => db.$transaction((tx) => getLockedTarget(tx, { code }, context)));
  if (!read.ok || read.value.record.state !== "draft") return null;
  return can(context.actor, "target.revise", read.value.scope) ? read.value : null;
}
