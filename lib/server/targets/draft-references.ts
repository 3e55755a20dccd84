// The references of many new drafts: owners, calendars, quotes, supporting departments, metrics, labels, codes. Each is
// read once, however many drafts name it.
import "server-only";
import { distinctLabels, type NamedLabel } from "@/lib/domain/targets/labels";
import type { NewMetric } from "@/lib/schemas/metric";
import type { NewTarget } from "@/lib/schemas/new-target";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { insertRows } from "@/lib/server/db/insert-rows";
import { ensureLabels } from "@/lib/server/labels/mutations";
import { type ChangeEvent, reject } from "@/lib/server/mutation";
import { claimCode, freeMetricKey, metricColumns, SOURCE_VISIBILITY } from "./draft";
import { findOpenOwner, type Owner } from "./lock";

type Metric = Pick<Prisma.MetricGetPayload<object>, "id" | "key" | "name" | "nameEn">;

export interface DraftReferences {
  readonly ownerOf: (input: NewTarget) => Owner;
  readonly metricOf: (input: NewTarget) => Metric;
  readonly quoteOf: (input: NewTarget) => Prisma.QuoteGetPayload<{ include: typeof SOURCE_VISIBILITY }> | null;
  readonly supportingOf: (input: NewTarget) => readonly string[];
  readonly labelsOf: (input: NewTarget) => readonly { readonly labelId: string; readonly number: string }[];
  /** Of created labels; they come before the caller's own. */
  readonly events: readonly ChangeEvent[];
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

function fault(field: string, kind: string): never {
  return reject({ kind: "invalid", errors: { [field]: kind } });
}

/** Ensures that the codes are free, as `claimCode` does for one. */
export async function claimCodes(tx: Transaction, codes: readonly string[], at: Date): Promise<ChangeEvent[]> {
  if (distinct(codes).length < codes.length) fault("code", "already-there");
  const taken = await tx.target.findMany({ where: { code: { in: [...codes] } }, select: { code: true } });
  const events: ChangeEvent[] = [];
  for (const { code } of taken) events.push(...(await claimCode(tx, code, "code", at)));
  return events;
}

async function findOwners(tx: Transaction, inputs: readonly NewTarget[]): Promise<ReadonlyMap<string, Owner>> {
  const owners = new Map<string, Owner>();
  for (const slug of distinct(inputs.map(({ owner }) => owner)).toSorted()) {
    owners.set(slug, (await findOpenOwner(tx, slug)) ?? fault("owner", "unknown"));
  }
  return owners;
}

async function assertCalendars(tx: Transaction, inputs: readonly NewTarget[]): Promise<void> {
  const ids = distinct(inputs.flatMap(({ calendar }) => calendar.calendarId ?? []));
  if (ids.length === 0) return;
  if ((await tx.ownCalendar.count({ where: { id: { in: ids } } })) < ids.length) fault("calendar", "unknown");
}

async function findQuotes(tx: Transaction, inputs: readonly NewTarget[]) {
  const keys = distinct(inputs.flatMap(({ quote }) => (quote === "" ? [] : [quote])));
  const found =
    keys.length === 0 ? [] : await tx.quote.findMany({ where: { key: { in: keys } }, include: SOURCE_VISIBILITY });
  if (found.length < keys.length) fault("quote", "unknown");
  return new Map(found.map((quote) => [quote.key, quote]));
}

/** The ids of supporting departments by slug. Rejects one that is closed or unknown. */
export async function findOpenDepartments(
  tx: Transaction,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found =
    slugs.length === 0
      ? []
      : await tx.department.findMany({
          where: { slug: { in: [...slugs] }, closedOn: null },
          select: { id: true, slug: true },
        });
  if (found.length < slugs.length) fault("supporting.0", "unknown");
  return new Map(found.map(({ id, slug }) => [slug, id]));
}

const isNew = (metric: NewTarget["metric"]): metric is NewMetric => !("key" in metric);

type Meaning = Pick<NewMetric, "name" | "unit" | "kind" | "direction">;

const meaningOf = ({ name, unit, kind, direction }: { readonly [K in keyof Meaning]: string }) =>
  JSON.stringify([name, unit, kind, direction]);

/** The selected metrics by key, and the new ones by code, each with a key derived from the code of its first target. */
async function prepareMetrics(
  tx: Transaction,
  inputs: readonly NewTarget[],
  reusesMetrics: boolean,
): Promise<DraftReferences["metricOf"]> {
  const keys = distinct(inputs.flatMap(({ metric }) => (isNew(metric) ? [] : [metric.key])));
  const chosen = keys.length === 0 ? [] : await tx.metric.findMany({ where: { key: { in: keys } } });
  if (chosen.length < keys.length) fault("metric", "unknown");
  const byKey = new Map(chosen.map((metric): [string, Metric] => [metric.key, metric]));
  const added = inputs.flatMap(({ code, metric }) => (isNew(metric) ? [{ code, metric }] : []));
  const names = reusesMetrics ? distinct(added.map(({ metric }) => metric.name)) : [];
  const known = names.length === 0 ? [] : await tx.metric.findMany({ where: { name: { in: names } } });
  const byMeaning = new Map(known.map((metric) => [meaningOf(metric), metric.key]));
  for (const metric of known) byKey.set(metric.key, metric);
  const bases = added.map(({ code }) => `metric-${code.toLowerCase()}`);
  const taken = new Set(
    (await tx.metric.findMany({ where: { key: { in: bases } }, select: { key: true } })).map(({ key }) => key),
  );
  const keyOfCode = new Map<string, string>();
  const rows: (ReturnType<typeof metricColumns> & { readonly id: string })[] = [];
  for (const [index, { code, metric }] of added.entries()) {
    const same = reusesMetrics ? byMeaning.get(meaningOf(metric)) : undefined;
    if (same !== undefined) {
      keyOfCode.set(code, same);
      continue;
    }
    const base = bases[index] ?? "";
    const key = taken.has(base) ? await freeMetricKey(tx, base, taken) : base;
    taken.add(key);
    keyOfCode.set(code, key);
    byMeaning.set(meaningOf(metric), key);
    rows.push({ id: crypto.randomUUID(), ...metricColumns(metric, key) });
  }
  await insertRows(tx, "metric", rows);
  for (const row of rows) byKey.set(row.key, row);
  return ({ code, metric }) =>
    byKey.get(isNew(metric) ? (keyOfCode.get(code) ?? "") : metric.key) ?? fault("metric", "unknown");
}

const labelKey = ({ kind, name }: NamedLabel) => `${kind}:${name}`;

async function prepareLabels(
  tx: Transaction,
  inputs: readonly NewTarget[],
): Promise<Pick<DraftReferences, "labelsOf" | "events">> {
  const ids = new Map<string, string>();
  const events: ChangeEvent[] = [];
  for (const label of distinctLabels(inputs.flatMap(({ labels }) => labels))) {
    const ensured = await ensureLabels(tx, [label]);
    ids.set(labelKey(label), ensured.labels[0]?.labelId ?? "");
    events.push(...ensured.events);
  }
  const labelsOf = ({ labels }: NewTarget) => {
    const numbers = new Map<string, string>();
    for (const label of distinctLabels(labels)) {
      const labelId = ids.get(labelKey(label)) ?? "";
      numbers.set(labelId, numbers.get(labelId) || label.number);
    }
    return [...numbers].map(([labelId, number]) => ({ labelId, number }));
  };
  return { labelsOf, events };
}

/** `reusesMetrics`: a metric of the same name, unit, kind and direction is used again, because departments share it. */
export interface MetricOption {
  readonly reusesMetrics: boolean;
}

/** Rejects an unknown or closed department, and an unknown calendar, quote or metric. */
export async function prepareReferences(
  tx: Transaction,
  inputs: readonly NewTarget[],
  { reusesMetrics }: MetricOption,
): Promise<DraftReferences> {
  const owners = await findOwners(tx, inputs);
  await assertCalendars(tx, inputs);
  const quotes = await findQuotes(tx, inputs);
  const supporting = await findOpenDepartments(tx, distinct(inputs.flatMap((input) => input.supporting)));
  const metricOf = await prepareMetrics(tx, inputs, reusesMetrics);
  const { labelsOf, events } = await prepareLabels(tx, inputs);
  return {
    ownerOf: ({ owner }) => owners.get(owner) ?? fault("owner", "unknown"),
    metricOf,
    quoteOf: ({ quote }) => quotes.get(quote) ?? null,
    supportingOf: (input) => input.supporting.map((slug) => supporting.get(slug) ?? fault("supporting.0", "unknown")),
    labelsOf,
    events,
  };
}
