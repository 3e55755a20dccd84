// What waits for the supervision office: requests, targets to issue or not signed for, slips to send, replies to read.
import "server-only";
import { addDays, daysBetween, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { addWorkingDays } from "@/lib/domain/calendar/working-days";
import { proposeSlip, type SlipRule } from "@/lib/domain/instructions/propose-slip";
import { REPLY_WORKING_DAYS } from "@/lib/domain/instructions/workflow";
import { can } from "@/lib/domain/permissions/can";
import { missingForIssue } from "@/lib/domain/targets/life-cycle";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOrNull } from "@/lib/server/db/columns";
import { type InstructionView, listOpenInstructions } from "@/lib/server/instructions/data";
import { listPendingRequests, type RequestView } from "@/lib/server/requests/data";
import { listSlipRulesAt } from "@/lib/server/rule-sets/data";
import { listTargets } from "@/lib/server/targets/data";
import type { TargetRow } from "@/lib/server/targets/types";
import { getImportedDays } from "@/lib/server/working-days/data";

export interface SlipProposal {
  readonly row: TargetRow;
  readonly rule: SlipRule;
  /** Days past the cut-off of the awaited report; 0 where the light is the reason. */
  readonly daysLate: number;
  readonly periodEnd: IsoDate;
  readonly replyDueOn: IsoDate;
}

export interface Supervision {
  readonly requests: readonly RequestView[];
  /** Drafts with what they lack to be issued, and those issued without their figure. */
  readonly drafts: readonly { readonly row: TargetRow; readonly missing: string | null }[];
  /** Issued and not signed for yet; the overdue ones first. */
  readonly unsigned: readonly { readonly row: TargetRow; readonly dueOn: IsoDate | null; readonly isLate: boolean }[];
  readonly proposals: readonly SlipProposal[];
  readonly instructions: readonly InstructionView[];
}

/** The end of the period a slip is about: of the awaited report, or the day the light speaks of. */
function periodEndOf({ standing, terms }: TargetRow, rule: SlipRule): IsoDate {
  const { nextReportOpensOn, latest } = standing;
  if (rule.condition === "report-late" && nextReportOpensOn !== null) return addDays(nextReportOpensOn, -1);
  return latest?.asOf ?? terms.dueOn;
}

async function proposalsFor(rows: readonly TargetRow[], { clock }: Context): Promise<SlipProposal[]> {
  const [all, imported, sent] = await Promise.all([
    listSlipRulesAt(db, clock.knownUntil),
    getImportedDays(db),
    db.instruction.findMany({
      where: { rule: { not: null }, sentAt: { lte: clock.knownUntil } },
      select: { targetId: true, rule: true, periodEnd: true },
    }),
  ]);
  const rules = all.filter((rule) => rule.isEnabled);
  const known = new Set(sent.map((one) => `${one.targetId} ${one.rule} ${dayOrNull(one.periodEnd)}`));
  const replyDueOn = addWorkingDays(clock.today, REPLY_WORKING_DAYS, imported);
  return rows.flatMap((row): SlipProposal[] => {
    const { light, freshness, nextReportDueOn } = row.standing;
    const daysLate = nextReportDueOn === null ? 0 : Math.max(0, daysBetween(nextReportDueOn, clock.today));
    const rule = proposeSlip({ light, freshness, daysLate }, rules);
    if (rule === null) return [];
    const periodEnd = periodEndOf(row, rule);
    if (known.has(`${row.id} ${rule.key} ${periodEnd}`)) return [];
    return [{ row, rule, daysLate: rule.condition === "report-late" ? daysLate : 0, periodEnd, replyDueOn }];
  });
}

/** Null for who may not look over the office's shoulder. */
export async function getSupervision(context: Context): Promise<Supervision | null> {
  const { actor, clock } = context;
  if (!can(actor, "supervision.read", null)) return null;
  const { rows } = await listTargets({ limit: null }, context);
  const inForce = rows.filter(({ terms }) => terms.state === "issued" || terms.state === "received");
  const issued = rows.filter(({ terms }) => terms.state === "issued");
  const [requests, instructions, proposals, dues] = await Promise.all([
    listPendingRequests(context),
    listOpenInstructions(context),
    proposalsFor(inForce, context),
    db.target.findMany({
      where: { id: { in: issued.map((row) => row.id) } },
      select: { id: true, receiveDueOn: true },
    }),
  ]);
  const dueOf = new Map(dues.map(({ id, receiveDueOn }) => [id, dayOrNull(receiveDueOn)]));
  return {
    requests,
    instructions,
    proposals,
    drafts: rows
      .map((row) => ({ row, missing: missingForIssue(row.terms) }))
      .filter(({ row, missing }) => row.terms.state === "draft" || (row.terms.state === "issued" && missing !== null)),
    unsigned: issued
      .filter(({ terms }) => missingForIssue(terms) === null)
      .map((row) => {
        const dueOn = dueOf.get(row.id) ?? null;
        return { row, dueOn, isLate: dueOn !== null && dueOn < clock.today };
      })
      .sort((one, other) => (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999")),
  };
}
