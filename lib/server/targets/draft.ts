// The columns and references of a draft: shared by create, carry over and edit.
import "server-only";
import type { NewMetric } from "@/lib/schemas/metric";
import type { NewTarget } from "@/lib/schemas/new-target";
import type { Transaction } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { type ChangeEvent, reject } from "@/lib/server/mutation";
import { findOpenOwner } from "./lock";

/**
 * Ensures that a code is free. A withdrawn draft that was never issued releases its code and gets a marked one; every
 * other target has its code permanently.
 * @returns the event of the release, to be appended before the caller's own; none if the code was free
 */
export async function claimCode(tx: Transaction, code: string, field: string, at: Date): Promise<ChangeEvent[]> {
  const there = await tx.target.findUnique({
    where: { code },
    select: { id: true, transitions: { where: { step: "withdraw", fromState: "draft" }, select: { id: true } } },
  });
  if (there === null) return [];
  if (there.transitions.length === 0) reject({ kind: "invalid", errors: { [field]: "already-there" } });
  const before = await tx.target.count({ where: { code: { startsWith: `${code}~` } } });
  // A code that a user types has no tilde.
  const released = `${code}~${before + 1}`;
  await tx.target.update({ where: { id: there.id }, data: { code: released, version: { increment: 1 } } });
  return [{ at, action: "target.code-released", id: there.id, before: { code }, after: { code: released } }];
}

/** The selected metric, or a new one with a key derived from the target's code. */
async function metricFor(tx: Transaction, code: string, metric: { readonly key: string } | NewMetric) {
  if ("key" in metric) {
    const found = await tx.metric.findUnique({ where: { key: metric.key } });
    return found ?? reject({ kind: "invalid", errors: { metric: "unknown" } });
  }
  const { definition, ...facts } = metric;
  const key = await freeMetricKey(tx, `metric-${code.toLowerCase()}`);
  const direction = metric.kind === "rank" ? "decrease" : metric.direction;
  return tx.metric.create({
    data: {
      ...facts,
      nameEn: metric.nameEn || metric.name,
      direction,
      key,
      definition,
      definitionEn: definition,
      dataSource: "",
      dataSourceEn: "",
    },
  });
}

async function freeMetricKey(tx: Transaction, base: string): Promise<string> {
  const taken = await tx.metric.findMany({ where: { key: { startsWith: base } }, select: { key: true } });
  const keys = new Set(taken.map(({ key }) => key));
  let key = base;
  for (let nth = 2; keys.has(key); nth += 1) key = `${base}-${nth}`;
  return key;
}

const SOURCE_VISIBILITY = {
  section: { select: { source: { select: { visibility: true } } } },
} as const satisfies Prisma.QuoteInclude;

/** Owner, calendar, metric and quote of a draft; rejects unknown ones. */
export async function findReferences(tx: Transaction, input: NewTarget) {
  const owner = await findOpenOwner(tx, input.owner);
  if (owner === null) reject({ kind: "invalid", errors: { owner: "unknown" } });
  const { calendarId } = input.calendar;
  if (calendarId !== null && (await tx.ownCalendar.count({ where: { id: calendarId } })) === 0) {
    reject({ kind: "invalid", errors: { calendar: "unknown" } });
  }
  const quote =
    input.quote === "" ? null : await tx.quote.findUnique({ where: { key: input.quote }, include: SOURCE_VISIBILITY });
  if (quote === null && input.quote !== "") reject({ kind: "invalid", errors: { quote: "unknown" } });
  const supporting = await tx.department.findMany({
    where: { slug: { in: [...input.supporting] }, closedOn: null },
    select: { id: true },
  });
  if (supporting.length < input.supporting.length) reject({ kind: "invalid", errors: { "supporting.0": "unknown" } });
  return { owner, quote, supporting, metric: await metricFor(tx, input.code, input.metric) };
}

export function termsColumns({ steps: _steps, startOn, dueOn, planPoints, planValues, ...terms }: NewTarget["terms"]) {
  return {
    ...terms,
    startOn: dayColumn(startOn),
    dueOn: dayColumn(dueOn),
    planPoints: planPoints.map(({ on, ratio }) => ({ on, ratio })),
    planValues: planValues.map(({ on, value }) => ({ on, value })),
  };
}

type ReportingColumn =
  | "mergeJanuaryFebruary"
  | "calendar"
  | "calendarId"
  | "cutOffWorkingDays"
  | "publicationLagMonths"
  | "closesAfterDays"
  | "evidenceRequired";

/** How a target is reported, for a copy of it: a part, or next year's draft. */
export function reportingColumns(record: Pick<Prisma.TargetGetPayload<object>, ReportingColumn>) {
  const { mergeJanuaryFebruary, calendar, calendarId, cutOffWorkingDays, publicationLagMonths } = record;
  const { closesAfterDays, evidenceRequired } = record;
  return {
    mergeJanuaryFebruary,
    calendar,
    calendarId,
    cutOffWorkingDays,
    publicationLagMonths,
    closesAfterDays,
    evidenceRequired,
  };
}

/** The steps as rows, in the order of the form. Only a quoted sentence can print a step. */
export function stepColumns({ steps, quote }: Pick<NewTarget, "steps" | "quote">) {
  return steps.map((step, order) => ({
    ...step,
    plannedOn: dayColumn(step.plannedOn),
    key: `step-${order + 1}`,
    order,
    printed: quote !== "",
  }));
}

interface Names {
  readonly metric: { readonly name: string; readonly nameEn: string };
  readonly quote: Prisma.QuoteGetPayload<{ include: typeof SOURCE_VISIBILITY }> | null;
}

/** The text that the list's search matches. Visitors search too, so quotes of internal sources are not part of it. */
export function toSearchText({ code, title, titleEn }: NewTarget, { metric, quote }: Names): string {
  const quoted = quote === null || quote.section.source.visibility !== "public" ? [] : [quote.text, quote.textEn];
  return [code, title, titleEn, metric.name, metric.nameEn, ...quoted].join("\n");
}
