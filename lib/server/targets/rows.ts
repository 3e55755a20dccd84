// Converts stored rows to the results of reads.
import "server-only";
import { yearOf } from "@/lib/domain/calendar/iso-date";
import type { Actor } from "@/lib/domain/permissions/actor";
import { canReadQuote } from "@/lib/domain/permissions/can";
import { isPromised } from "@/lib/domain/targets/life-cycle";
import { ROLL_UP_METHODS } from "@/lib/domain/targets/roll-up";
import {
  FRESHNESSES,
  LIGHTS,
  type Reading,
  TARGET_STATES,
  UNKNOWN_REASONS,
  VISIBILITIES,
} from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";
import type { Context } from "@/lib/server/context";
import { dayOf, dayOrNull, decimalOrNull, numberOrNull, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { LABELS, toTargetLabels } from "@/lib/server/labels/data";
import type { ResponsibilityView, StandingOnDay, TargetRow } from "@/lib/views/target";
import type { StandingRow } from "./list-query";
import { CHANGES, TERMS, toTermsVersions } from "./terms-columns";

/** The supporting departments, as permissions expect them. */
export const SUPPORTING = {
  supporting: { select: { department: { select: { id: true, slug: true } } } },
} as const satisfies Prisma.TargetInclude;

/** The columns of a target that permissions depend on. */
export const SCOPE_COLUMNS = {
  ownerId: true,
  visibility: true,
  state: true,
  issuedAt: true,
} as const satisfies Prisma.TargetSelect;

interface ScopeRecord {
  readonly ownerId: string;
  readonly visibility: string;
  readonly state: string;
  readonly issuedAt: Date | null;
}

/** The scope of permissions from a target's own row. */
export function toTargetScope({ ownerId, visibility, state, issuedAt }: ScopeRecord) {
  return {
    ownerId,
    visibility: oneOf(VISIBILITIES, visibility),
    state: oneOf(TARGET_STATES, state),
    isIssued: issuedAt !== null,
  };
}

/** The same as known at `moment`, for earlier days. */
export function isIssuedAt({ issuedAt }: Pick<ScopeRecord, "issuedAt">, moment: Date): boolean {
  return issuedAt !== null && issuedAt <= moment;
}

export const TARGET_ROW = {
  ...CHANGES,
  ...TERMS,
  ...LABELS,
  quote: { include: { section: { select: { sourceId: true, source: { select: { visibility: true } } } } } },
} as const satisfies Prisma.TargetInclude;

type TargetRecord = Prisma.TargetGetPayload<{ include: typeof TARGET_ROW }>;

export function bilingual(zh: string, en: string): Bilingual {
  return { "zh-CN": zh, en };
}

export const UPDATE_READING = {
  steps: { include: { step: { select: { key: true } } } },
} as const satisfies Prisma.UpdateInclude;

type ReadingRecord = Prisma.UpdateGetPayload<{ include: typeof UPDATE_READING }>;

/** The value of an update for its metric. */
export function toReading(record: ReadingRecord): Reading {
  return {
    asOf: dayOf(record.asOf),
    value: decimalOrNull(record.value),
    numerator: decimalOrNull(record.numerator),
    denominator: decimalOrNull(record.denominator),
    peers: record.peers,
    completedSteps: record.steps.map(({ step, doneOn }) => ({ key: step.key, doneOn: dayOf(doneOn) })),
  };
}

function toStanding(row: StandingRow): StandingOnDay {
  const asOf = dayOrNull(row.as_of);
  return {
    light: oneOf(LIGHTS, row.light),
    freshness: oneOf(FRESHNESSES, row.freshness),
    latest:
      asOf === null ? null : { updateId: row.update_id, value: decimalOrNull(row.value), asOf, sample: row.sample },
    completionRatio: numberOrNull(row.completion_ratio),
    expectedRatio: numberOrNull(row.expected_ratio),
    gapPoints: numberOrNull(row.gap_points),
    gapValue: decimalOrNull(row.gap_value),
    judgedValue: decimalOrNull(row.judged_value),
    met: row.met,
    adjusted: row.adjusted,
    reason: row.reason === null ? null : oneOf(UNKNOWN_REASONS, row.reason),
    nextReportOpensOn: dayOrNull(row.next_report_opens_on),
    nextReportDueOn: dayOrNull(row.next_report_due_on),
  };
}

/** The standing with the number of peers that its latest place was reported with. */
export function addPeers(standing: StandingOnDay, readings: TargetRow["course"]): StandingOnDay {
  const { latest } = standing;
  const peers = readings.find((one) => one.asOf === latest?.asOf)?.peers ?? null;
  return latest === null || peers === null ? standing : { ...standing, latest: { ...latest, peers } };
}

/** Null if the actor may not read it. */
export function readableQuote<Q extends { readonly section: { readonly source: { readonly visibility: string } } }>(
  quote: Q | null,
  actor: Actor,
): Q | null {
  if (quote === null) return null;
  return canReadQuote(actor, { visibility: oneOf(VISIBILITIES, quote.section.source.visibility) }) ? quote : null;
}

/** The row as known on the context's day, with the quote if the actor may read it. readResponsibilities() gives the rest. */
export function toTargetRow(
  record: TargetRecord,
  standing: StandingRow,
  { actor, clock }: Context,
): Omit<TargetRow, Exclude<keyof ResponsibilityView, "owner">> {
  const versions = toTermsVersions(record, clock.knownUntil);
  const { terms } = versions.at(-1) ?? versions[0];
  const original = versions.find((version) => isPromised(version.terms)) ?? null;
  const { metric } = record;
  const quote = readableQuote(record.quote, actor);
  return {
    id: record.id,
    code: record.code,
    title: bilingual(record.title, record.titleEn),
    owner: { slug: standing.owner_slug, name: bilingual(standing.owner_name, standing.owner_name_en) },
    metric: {
      key: metric.key,
      name: bilingual(metric.name, metric.nameEn),
      unit: metric.unit,
      unitEn: metric.unitEn,
      kind: terms.kind,
      precision: metric.precision,
      definition: bilingual(metric.definition, metric.definitionEn),
      dataSource: bilingual(metric.dataSource, metric.dataSourceEn),
    },
    terms,
    isPart: record.parentId !== null,
    labels: toTargetLabels(record.labels),
    rollUp: record.rollUp === null ? null : oneOf(ROLL_UP_METHODS, record.rollUp),
    original: standing.adjusted && original !== null ? original.terms : null,
    year: yearOf(terms.dueOn),
    periodPrinted: record.periodPrinted,
    standing: toStanding(standing),
    quote:
      quote === null
        ? null
        : { key: quote.key, text: quote.text, textEn: quote.textEn, sourceId: quote.section.sourceId },
    course: [],
  };
}
