// Reads a bulletin's facts: every target as it was known at the cut-off.
import "server-only";
import type { Decimal } from "decimal.js";
import type { BulletinFacts, BulletinLabel, BulletinRow, ChangedPromise, DueNext } from "@/lib/bulletins/facts";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import { addDays, addMonths, endOfMonth, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { type GapPlace, gapPlace } from "@/lib/domain/targets/gap-side";
import type { Light, TargetTerms } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { NewBulletin } from "@/lib/schemas/bulletin";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { inBatches } from "@/lib/server/db/batches";
import { db } from "@/lib/server/db/client";
import { listLabelNames } from "@/lib/server/labels/data";
import { listTargets } from "@/lib/server/targets/data";
import { getDueDay, queryDue } from "@/lib/server/targets/falling-due";
import { lightsOn } from "@/lib/server/targets/light-counts";
import { conditionsSql, standingsSql } from "@/lib/server/targets/list-query";
import { bilingual, TARGET_ROW } from "@/lib/server/targets/rows";
import { stateSql } from "@/lib/server/targets/state-sql";
import { toTermsVersions } from "@/lib/server/targets/terms-columns";
import type { MetricFacts, TargetRow } from "@/lib/views/target";
import { describeTarget } from "@/lib/wording/describe-target";
import { formatGap } from "@/lib/wording/format-gap";
import { formatLatest } from "@/lib/wording/format-latest";

export interface BulletinScope {
  /** The first day of its month. */
  readonly month: IsoDate;
  /** Slugs; empty for all. */
  readonly departments: readonly string[];
  /** Whether the parts of split targets are listed too. */
  readonly parts?: NewBulletin["parts"];
}

const filtersOf = ({ departments, parts }: BulletinScope) => ({
  department: [...departments],
  parts: parts ?? ("exclude" as const),
});

function inBoth(write: (lang: Language) => string): Bilingual {
  return { "zh-CN": write("zh-CN"), en: write("en") };
}

/** A value in words, as lists and charts say it: a place with its number of peers. */
export function formatValueWords(
  latest: { readonly value: Decimal; readonly peers?: number | null },
  metric: Pick<MetricFacts, "kind" | "unit" | "unitEn" | "precision">,
): Bilingual {
  return inBoth((lang) => formatLatest({ metric, standing: { latest } }, lang) ?? "");
}

interface Reported {
  readonly problems: string;
  readonly nextStep: string;
}

function placeOfGap({ terms, standing: { judgedValue, latest } }: TargetRow): GapPlace | null {
  if (judgedValue === null || latest === null) return null;
  return gapPlace(terms, { value: judgedValue, asOf: latest.asOf, peers: latest.peers });
}

function rowOf(row: TargetRow, lightBefore: Light | null, reported: Reported | undefined): BulletinRow {
  const { metric, terms, standing } = row;
  const { latest } = standing;
  const value = latest?.value ?? null;
  return {
    code: row.code,
    title: row.title,
    owner: row.owner,
    metric: metric.name,
    kind: metric.kind,
    unit: metric.unit,
    unitEn: metric.unitEn,
    promise: inBoth((lang) => describeTarget(terms, metric, lang)),
    targetValue: terms.value?.toFixed() ?? null,
    dueOn: terms.dueOn,
    isDueAssumed: !row.periodPrinted,
    updateId: latest?.updateId ?? null,
    value: value?.toFixed() ?? null,
    valueText: value === null ? null : formatValueWords({ value, peers: latest?.peers ?? null }, metric),
    asOf: latest?.asOf ?? null,
    sample: latest?.sample ?? false,
    completionRatio: standing.completionRatio,
    expectedRatio: standing.expectedRatio,
    gapPoints: standing.gapPoints,
    gapText: standing.gapValue === null ? null : inBoth((lang) => formatGap(row, lang) ?? ""),
    gapValue: standing.gapValue?.toFixed() ?? null,
    gapPlace: placeOfGap(row),
    light: standing.light,
    lightBefore,
    freshness: standing.freshness,
    adjusted: standing.adjusted,
    problems: reported?.problems ?? "",
    nextStep: reported?.nextStep ?? "",
    isPart: row.isPart,
    labelIds: row.labels.map(({ id }) => id),
  };
}

/**
 * All that are issued and not withdrawn, by department and code. One without its figure is shown as unset. Read without
 * a limit: a bulletin lists every target of its departments, and a job or a person generates it once a month.
 */
async function rowsAt(scope: BulletinScope, context: Context): Promise<TargetRow[]> {
  const { rows } = await listTargets({ ...filtersOf(scope), sort: "owner", limit: null }, context);
  return rows.filter((row) => row.terms.state !== "draft" && row.terms.state !== "withdrawn");
}

async function reportedWith(rows: readonly TargetRow[]): Promise<Map<string, Reported>> {
  const ids = rows.flatMap((row) => row.standing.latest?.updateId ?? []);
  const updates = await inBatches(ids, (batch) =>
    db.update.findMany({ where: { id: { in: batch } }, select: { id: true, problems: true, nextStep: true } }),
  );
  return new Map(updates.map(({ id, ...reported }) => [id, reported]));
}

function promiseText(terms: TargetTerms, metric: MetricFacts, lang: Language): string {
  const promise = describeTarget(terms, metric, lang);
  return getTranslator(lang)("promise.withDueDate", { promise, day: formatIsoDate(terms.dueOn, lang) });
}

/** The revisions of a month up to the cut-off, each with the promise before and after it. */
async function changesIn({ month }: BulletinScope, rows: readonly TargetRow[], { clock }: Context) {
  const ids = new Map(rows.map((row) => [row.id, row]));
  const since = clockOn(addDays(month, -1)).knownUntil;
  const revised = await db.target.findMany({
    where: { revisions: { some: { revisedAt: { gt: since, lte: clock.knownUntil } } } },
    select: { id: true },
    orderBy: { code: "asc" },
  });
  const within = revised.filter((one) => ids.has(one.id)).map((one) => one.id);
  const records = await inBatches(within, (batch) =>
    db.target.findMany({
      where: { id: { in: batch } },
      include: { ...TARGET_ROW, revisions: { orderBy: { revisedAt: "desc" } } },
    }),
  );
  return records
    .flatMap((record) => {
      const row = ids.get(record.id);
      const within = record.revisions.filter((one) => one.revisedAt > since && one.revisedAt <= clock.knownUntil);
      return row === undefined
        ? []
        : within.map((revision): ChangedPromise => {
            const at = revision.revisedAt;
            const before = toTermsVersions(record, new Date(at.getTime() - 1));
            const after = toTermsVersions(record, at);
            const text = (versions: typeof before) => {
              const { terms } = versions.at(-1) ?? versions[0];
              return inBoth((lang) => promiseText(terms, row.metric, lang));
            };
            return {
              code: row.code,
              title: row.title,
              on: toCityDay(at),
              before: text(before),
              after: text(after),
              reason: revision.reason,
              authority: revision.authority,
            };
          });
    })
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** What falls due in the month after the bulletin's. */
async function dueAfter(scope: BulletinScope, rows: readonly TargetRow[], context: Context): Promise<DueNext[]> {
  const from = addMonths(scope.month, 1);
  const titles = new Map(rows.map((row) => [row.code, row.title]));
  const due = await queryDue(filtersOf(scope), [from, endOfMonth(from)], null, context);
  return due.flatMap((one) => {
    const title = titles.get(one.code);
    const owner = bilingual(one.owner_name, one.owner_name_en);
    return title === undefined ? [] : [{ code: one.code, title, owner, ...getDueDay(one) }];
  });
}

/** The labels of the rows, in the office's order. */
async function labelsOf(rows: readonly TargetRow[]): Promise<BulletinLabel[]> {
  const ids = new Set(rows.flatMap(({ labels }) => labels.map(({ id }) => id)));
  const ordered = await listLabelNames();
  return ordered.filter(({ id }) => ids.has(id));
}

/** Whether any of the bulletin's targets is not public. */
async function hasInternal(scope: BulletinScope, context: Context): Promise<boolean> {
  const [found] = await db.$queryRaw<{ is: boolean }[]>`
    SELECT EXISTS (SELECT FROM ${standingsSql(context)}
      WHERE ${conditionsSql({ ...NO_FILTERS, ...filtersOf(scope) }, context)} AND t.visibility <> 'public'
        AND ${stateSql(context.clock.knownUntil)} NOT IN ('draft', 'withdrawn')) AS is`;
  return found?.is ?? false;
}

export interface CollectedFacts {
  readonly facts: BulletinFacts;
  /** Every target in it is public. */
  readonly isPublic: boolean;
}

/** @param context at the cut-off: nothing known later is read, so that the same cut-off gives the same facts. */
export async function collectFacts(scope: BulletinScope, context: Context): Promise<CollectedFacts> {
  const targets = await rowsAt(scope, context);
  const [before, reported, changed, due, internal] = await Promise.all([
    lightsOn(addMonths(context.clock.today, -1), context),
    reportedWith(targets),
    changesIn(scope, targets, context),
    dueAfter(scope, targets, context),
    hasInternal(scope, context),
  ]);
  const rows = targets.map((row) =>
    rowOf(row, before.get(row.code) ?? null, reported.get(row.standing.latest?.updateId ?? "")),
  );
  return { facts: { rows, changed, due, labels: await labelsOf(targets) }, isPublic: !internal };
}
