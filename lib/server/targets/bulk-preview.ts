// What a step for many targets would change, and which targets lack something.
import "server-only";
import { type IsoDate, yearOf } from "@/lib/domain/calendar/iso-date";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import type { SignedIn } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import {
  BULK_STATES,
  type BulkObstacle,
  type BulkStep,
  MOST_AT_ONCE,
  proposeCode,
  proposesSlip,
  proposeVerdict,
} from "@/lib/domain/targets/bulk";
import { missingForIssue } from "@/lib/domain/targets/life-cycle";
import { VISIBILITIES } from "@/lib/domain/targets/types";
import { yearEndValue } from "@/lib/domain/targets/year-end-value";
import { NO_FILTERS, type TargetFilters } from "@/lib/schemas/target-list";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOrNull, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { departmentName, namedAt } from "@/lib/server/departments/names";
import { listLabelChoices } from "@/lib/server/labels/data";
import { usualReplyDay } from "@/lib/server/supervision/slips";
import type { BulkEntry, BulkPreview } from "@/lib/views/bulk";
import type { TargetRow } from "@/lib/views/target";
import { listTargets } from "./data";

const FACTS = {
  id: true,
  version: true,
  visibility: true,
  receiveDueOn: true,
  owner: { select: { closedOn: true } },
  carriedTo: { where: { state: { not: "withdrawn" } }, select: { id: true } },
  updates: { where: { state: "submitted" }, select: { id: true } },
  requests: { where: { state: "pending" }, select: { kind: true } },
} as const satisfies Prisma.TargetSelect;
type Facts = Prisma.TargetGetPayload<{ select: typeof FACTS }>;

function obstacleOf(step: BulkStep, { terms }: TargetRow, facts: Facts): BulkObstacle | null {
  if (step === "issue" || step === "receive") return missingForIssue(terms);
  if (step === "close") {
    if (facts.updates.length > 0) return "reports-wait";
    return facts.requests.some(({ kind }) => kind !== "closing") ? "requests-wait" : null;
  }
  if (step !== "carry-over") return null;
  if (facts.carriedTo.length > 0) return "carried-over";
  return facts.owner.closedOn === null ? null : "owner-closed";
}

function hasFinalValue({ terms, standing }: TargetRow): boolean {
  const { value = null, asOf = null } = standing.latest ?? {};
  return !KIND_RULES[terms.kind].hasFigure || yearEndValue({ value, asOf }, terms.dueOn).known;
}

function isProposed(step: BulkStep, row: TargetRow, hasClosingRequest: boolean): boolean {
  if (step === "close") return hasClosingRequest;
  if (step === "send-slip") return proposesSlip(row.standing.light, row.standing.freshness);
  return step === "carry-over" ? row.terms.state === "closed" : step !== "revise" && step !== "label";
}

/** Null for a user who can take this step for no target. */
function scopeFilter(step: BulkStep, actor: SignedIn, department: readonly string[]): readonly string[] | null {
  if (step !== "receive") return can(actor, "supervision.decide", null) ? department : null;
  const own = [...new Set(actor.memberships.map((one) => one.departmentSlug))];
  if (own.length === 0) return null;
  return department.length === 0 ? own : own.filter((slug) => department.includes(slug));
}

async function listOwners({ clock }: Context) {
  const open = await db.department.findMany({
    where: { closedOn: null },
    orderBy: { order: "asc" },
    include: namedAt(clock.knownUntil),
  });
  return open.map(departmentName);
}

/** Codes for the following year that no target has. */
async function proposeCodes(rows: readonly TargetRow[]): Promise<Map<string, string>> {
  const codeOf = ({ code, terms }: TargetRow, isTaken: (code: string) => boolean) =>
    proposeCode(code, yearOf(terms.dueOn), yearOf(terms.dueOn) + 1, isTaken);
  const wanted = rows.map((row) => codeOf(row, () => false));
  const there = await db.target.findMany({ where: { code: { in: wanted } }, select: { code: true } });
  const taken = new Set(there.map(({ code }) => code));
  const proposed = new Map<string, string>();
  for (const row of rows) {
    const newCode = codeOf(row, (code) => taken.has(code));
    taken.add(newCode);
    proposed.set(row.code, newCode);
  }
  return proposed;
}

/** Targets whose year has begun: a later one is carried over when its time comes. */
function mayCarry({ terms }: TargetRow, today: IsoDate): boolean {
  return yearOf(terms.startOn) <= yearOf(today);
}

/** The targets of a list in the state for the step; null if the user may not take it. */
export async function previewBulk(
  step: BulkStep,
  filters: TargetFilters,
  context: Context,
): Promise<BulkPreview | null> {
  const { actor, clock } = context;
  const department = actor.kind === "user" ? scopeFilter(step, actor, filters.department) : null;
  if (department === null) return null;
  const whole = { ...NO_FILTERS, ...filters, department: [...department], state: [...BULK_STATES[step]] };
  const order = { parts: "include", sort: "owner", order: "asc", cursor: undefined, limit: MOST_AT_ONCE } as const;
  const isEmpty = step === "receive" && department.length === 0;
  const list = isEmpty ? { rows: [], total: 0 } : await listTargets({ ...whole, ...order }, context);
  const ids = list.rows.map(({ id }) => id);
  const facts = new Map(
    (await db.target.findMany({ where: { id: { in: ids } }, select: FACTS })).map((one) => [one.id, one]),
  );
  const codes = step === "carry-over" ? await proposeCodes(list.rows) : null;
  const entries = list.rows.flatMap((row): BulkEntry[] => {
    const fact = facts.get(row.id);
    if (fact === undefined || (step === "carry-over" && !mayCarry(row, clock.today))) return [];
    const hasClosingRequest = fact.requests.some(({ kind }) => kind === "closing");
    const newCode = codes?.get(row.code);
    return [
      {
        row,
        version: fact.version,
        visibility: oneOf(VISIBILITIES, fact.visibility),
        receiveDueOn: dayOrNull(fact.receiveDueOn),
        obstacle: obstacleOf(step, row, fact),
        isProposed: isProposed(step, row, hasClosingRequest),
        hasClosingRequest,
        verdict: step === "close" ? proposeVerdict(row.standing.light) : null,
        carryOver: newCode === undefined ? null : { newCode, finalValueKnown: hasFinalValue(row) },
      },
    ];
  });
  const owners = step === "revise" ? await listOwners(context) : [];
  const labels = step === "label" ? await listLabelChoices() : [];
  const replyDueOn = step === "send-slip" ? await usualReplyDay(context) : null;
  return { step, entries, total: list.total, owners, labels, replyDueOn };
}
