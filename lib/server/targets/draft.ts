// The columns and references of a draft: shared by create, carry over and edit.
import "server-only";
import type { NewMetric } from "@/lib/schemas/metric";
import type { NewTarget } from "@/lib/schemas/new-target";
import type { Transaction } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { type ChangeEvent, reject } from "@/lib/server/mutation";

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

/** The columns of a new metric. */
export function metricColumns({ definition, ...facts }: NewMetric, key: string) {
  return {
    ...facts,
    nameEn: facts.nameEn || facts.name,
    direction: facts.kind === "rank" ? "decrease" : facts.direction,
    key,
    definition,
    definitionEn: definition,
    dataSource: "",
    dataSourceEn: "",
  };
}

/** The first key of base, base-2, base-3 … that no metric has; `others` are taken too. */
export async function freeMetricKey(
  tx: Transaction,
  base: string,
  others: ReadonlySet<string> = new Set(),
): Promise<string> {
  const taken = await tx.metric.findMany({ where: { key: { startsWith: base } }, select: { key: true } });
  const keys = new Set([...others, ...taken.map(({ key }) => key)]);
  let key = base;
  for (let nth = 2; keys.has(key); nth += 1) key = `${base}-${nth}`;
  return key;
}

export const SOURCE_VISIBILITY = {
  section: { select: { source: { select: { visibility: true } } } },
} as const satisfies Prisma.QuoteInclude;

/** The columns of the promise; those of the reporting are fields of the form. */
export function termsColumns(after: NewTarget["terms"]) {
  const { steps: _steps, reportingDates: _dates, startOn, dueOn, planPoints, planValues, ...terms } = after;
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
