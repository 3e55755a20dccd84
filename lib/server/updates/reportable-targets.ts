// What an import of values knows of the targets that an actor reports on: rules, drafts, reports that are fixed.
import "server-only";
import { samePeriodTest } from "@/lib/domain/calendar/reporting-periods";
import { departmentsWithRole } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import type { RuleSet } from "@/lib/domain/targets/assessment";
import { usesValue } from "@/lib/domain/updates/report-rules";
import type { ExistingDraft, ReportableTarget } from "@/lib/imports/values/reportable-target";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { getRuleSetAt } from "@/lib/server/rule-sets/data";
import { bilingual, toReading, UPDATE_READING } from "@/lib/server/targets/rows";
import { whereOwnDraft } from "./drafts";
import { defaultAsOf } from "./form";
import { outliersOf, previewLightOf } from "./preview";
import { getReportTargets, type ReportTarget, reportFacts } from "./report-target";
import { whereWaitingAt } from "./state-at";

type Reader = Pick<Transaction, "target" | "update" | "specialDay" | "ruleSet">;

/** Targets of these departments that take reports, in the order of their codes. */
export function whereReportable(departments: readonly string[]): Prisma.TargetWhereInput {
  return { owner: { slug: { in: [...departments] } }, state: "received", rollUp: null };
}

/** Ids of all targets on which the actor may report. */
export async function listReportableIds(database: Pick<Transaction, "target">, { actor }: Context): Promise<string[]> {
  const found = await database.target.findMany({
    where: whereReportable(departmentsWithRole(actor, "reporter")),
    select: { id: true },
    orderBy: { code: "asc" },
  });
  return found.map(({ id }) => id);
}

/** Ids of the targets with these codes. */
export async function listIdsOfCodes(
  database: Pick<Transaction, "target">,
  codes: readonly string[],
): Promise<string[]> {
  const found = await database.target.findMany({ where: { code: { in: [...new Set(codes)] } }, select: { id: true } });
  return found.map(({ id }) => id);
}

const DRAFT = { ...UPDATE_READING, _count: { select: { files: true } } } as const;
type Draft = Prisma.UpdateGetPayload<{ include: typeof DRAFT }>;

function toExistingDraft(draft: Draft): ExistingDraft {
  const { asOf, value, numerator, denominator, peers, completedSteps } = toReading(draft);
  const { note, problems, nextStep, evidence } = draft;
  return {
    updateId: draft.id,
    version: draft.version,
    asOf,
    hasFiles: draft._count.files > 0,
    typed: {
      asOf,
      value: value?.toFixed() ?? "",
      numerator: numerator?.toFixed() ?? "",
      denominator: denominator?.toFixed() ?? "",
      peers: peers?.toString() ?? "",
      note,
      problems,
      nextStep,
      evidence,
      steps: completedSteps,
    },
  };
}

/** The actor's own drafts, newest first, by target. */
async function readDrafts(
  database: Pick<Transaction, "update">,
  ids: readonly string[],
  { actor, clock }: Context,
): Promise<ReadonlyMap<string, readonly ExistingDraft[]>> {
  const drafts = new Map<string, ExistingDraft[]>();
  if (actor.kind !== "user") return drafts;
  const found = await database.update.findMany({
    where: {
      targetId: { in: [...ids] },
      AND: whereOwnDraft(actor),
      state: "draft",
      supersedesId: null,
      createdAt: { lte: clock.knownUntil },
    },
    include: DRAFT,
    orderBy: { createdAt: "desc" },
  });
  for (const draft of found) {
    drafts.set(draft.targetId, [...(drafts.get(draft.targetId) ?? []), toExistingDraft(draft)]);
  }
  return drafts;
}

interface Facts {
  readonly drafts: readonly ExistingDraft[];
  readonly waiting: readonly Prisma.UpdateGetPayload<{ include: typeof UPDATE_READING }>[];
  readonly rules: RuleSet;
  readonly context: Context;
  readonly checksOutliers: boolean;
}

function toReportable(
  target: ReportTarget,
  { drafts, waiting, rules, context, checksOutliers }: Facts,
): ReportableTarget {
  const { record, terms, readings, scope } = target;
  const { actor, clock } = context;
  const isSamePeriod = samePeriodTest(terms);
  return {
    code: record.code,
    title: bilingual(record.title, record.titleEn),
    unit: record.metric.unit,
    unitEn: record.metric.unitEn,
    terms,
    facts: reportFacts(target, clock),
    termsVersion: record.revisions.length,
    mayReport: can(actor, "update.draft", scope),
    isEvidenceRequired: record.evidenceRequired,
    get asOf() {
      return defaultAsOf(target, clock.today);
    },
    isSamePeriod,
    draftFor: (asOf) => drafts.find((draft) => isSamePeriod(draft.asOf, asOf)) ?? null,
    fixed: [
      ...waiting.map((one) => ({ ...toReading(one), state: "submitted" as const })),
      ...readings.map((one) => ({ ...one, state: "approved" as const })),
    ],
    warningsOf: (reading) => {
      if (!checksOutliers || !usesValue(terms.kind)) return [];
      const { completionRatio } = previewLightOf(target, [...readings, reading], rules, clock.today);
      return outliersOf(target, reading, completionRatio);
    },
  };
}

export interface Reportable {
  readonly target: ReportTarget;
  readonly reportable: ReportableTarget;
}

/**
 * By code; without the targets that the actor may not read.
 * @param checksOutliers false where nobody sees the warnings
 */
export async function getReportables(
  database: Reader,
  ids: readonly string[],
  context: Context,
  checksOutliers = true,
): Promise<ReadonlyMap<string, Reportable>> {
  const [targets, drafts, waiting, rules] = await Promise.all([
    getReportTargets(database, ids, context.clock),
    readDrafts(database, ids, context),
    database.update.findMany({
      where: { targetId: { in: [...ids] }, ...whereWaitingAt(context.clock.knownUntil) },
      include: UPDATE_READING,
    }),
    getRuleSetAt(database, context.clock.knownUntil),
  ]);
  const waitingFor = new Map<string, (typeof waiting)[number][]>();
  for (const one of waiting) {
    const own = waitingFor.get(one.targetId);
    if (own === undefined) waitingFor.set(one.targetId, [one]);
    else own.push(one);
  }
  const found = [...targets.values()]
    .filter(({ scope }) => can(context.actor, "target.read", scope))
    .map((target): [string, Reportable] => {
      const { id, code } = target.record;
      const facts = {
        drafts: drafts.get(id) ?? [],
        waiting: waitingFor.get(id) ?? [],
        rules,
        context,
        checksOutliers,
      };
      return [code, { target, reportable: toReportable(target, facts) }];
    });
  return new Map(found);
}
