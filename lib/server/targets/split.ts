// Splits a target into parts (分解).
import "server-only";
import { singleFigureComparator } from "@/lib/domain/targets/comparators";
import { toRevisableTerms } from "@/lib/domain/targets/revisions";
import { rollUpMethods } from "@/lib/domain/targets/roll-up";
import { partTolerance, splitBalance } from "@/lib/domain/targets/split-balance";
import { validateTerms } from "@/lib/domain/targets/terms";
import type { SplitInput } from "@/lib/schemas/split";
import type { Context } from "@/lib/server/context";
import { dayColumn } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { type Result, reject } from "@/lib/server/mutation";
import { reportingColumns } from "./draft";
import { labelFacts, namedLabels } from "./label-target";
import { findOpenOwner, type LockedTarget, type Owner } from "./lock";
import { mutateTarget, type TargetWrite } from "./mutate";

export interface Split {
  readonly codes: readonly string[];
}

const OVER = { reason: "overcommitted" } as const;

/**
 * Creates the parts as drafts with the labels of the target, each to be issued to its owner, and rolls it up from them. Its own reports so far
 * remain; it accepts no new ones. Parts that together promise more than the target need a reason.
 */
export function splitTarget(code: string, split: SplitInput, context: Context): Promise<Result<Split>> {
  return mutateTarget({ code }, "target.revise", context, async (write) => {
    const { tx, target } = write;
    const { record, terms } = target;
    const { method } = split;
    if (record.rollUp !== null) reject({ kind: "invalid", errors: { form: "already-split" } });
    if (!rollUpMethods(terms.kind).includes(method)) {
      reject({ kind: "invalid", errors: { method: "method-not-for-kind" } });
    }
    const balance = splitBalance(
      terms,
      method,
      split.parts.map((part) => part.value),
    );
    const reason = balance?.state === "over" ? split.reason || reject({ kind: "invalid", errors: OVER }) : null;
    const labels = await tx.targetLabel.findMany({
      where: { targetId: record.id },
      select: { labelId: true, number: true },
    });
    const created: { readonly id: string; readonly code: string }[] = [];
    for (const index of split.parts.keys()) created.push(await createPart(write, split, index, labels));
    await tx.target.update({
      where: { id: record.id },
      data: { rollUp: method, overcommitmentReason: reason, version: { increment: 1 } },
    });
    const parts = split.parts.map(({ owner, value, weight, startOn, dueOn }, index) => ({
      code: created[index]?.code ?? "",
      owner,
      value: value.toFixed(),
      weight: weight.toFixed(),
      startOn,
      dueOn,
    }));
    return {
      result: { codes: created.map((part) => part.code) },
      standingsOf: [record.id, ...created.map((part) => part.id)],
      events: [
        {
          action: "target.split",
          id: record.id,
          before: null,
          after: {
            code,
            method,
            parts,
            ...(reason !== null && { reason }),
            ...(labels.length > 0 && { labels: labelFacts(await namedLabels(tx, record.id)) }),
          },
        },
      ],
    };
  });
}

/** By the rules of the form: a due date before the start date, a place that is not a whole number. */
function partFaults({ terms }: LockedTarget, { value, startOn, dueOn }: SplitInput["parts"][number]) {
  const comparator = singleFigureComparator(terms.comparator);
  const figures = { comparator, value: value.toFixed(), upperValue: null, stretchValue: null };
  return validateTerms(
    { ...toRevisableTerms(terms), ...figures, startOn, dueOn },
    { kind: terms.kind, state: "draft", citesSource: true },
  );
}

/** Writes the part at the index. Rejects an unknown or closed owner, and a figure or days that the form would reject. */
async function createPart(
  { tx, target, clock }: TargetWrite,
  { parts, method }: SplitInput,
  index: number,
  labels: readonly { readonly labelId: string; readonly number: string }[],
) {
  const part = parts[index] ?? reject({ kind: "not-found" });
  const owner = await findOpenOwner(tx, part.owner);
  if (owner === null) reject({ kind: "invalid", errors: { [`parts.${index}.owner`]: "unknown" } });
  const faults = partFaults(target, part);
  for (const field of ["value", "startOn", "dueOn"] as const) {
    const fault = faults[field];
    if (fault !== undefined) reject({ kind: "invalid", errors: { [`parts.${index}.${field}`]: fault } });
  }
  const code = `${target.record.code}-${index + 1}`;
  return tx.target.create({
    data: {
      ...partColumns(target, part, code, owner, clock.now),
      tolerance: partTolerance(target.terms, method, part.value),
      labels: { create: [...labels] },
    },
    select: { id: true, code: true },
  });
}

/** A part copies the whole except for owner, value, weight and period; it has no baseline. */
function partColumns(
  { record, terms }: LockedTarget,
  part: SplitInput["parts"][number],
  code: string,
  owner: Owner,
  createdAt: Date,
): Prisma.TargetUncheckedCreateInput {
  const title = `${record.title}（${owner.name}）`;
  const titleEn = `${record.titleEn} (${owner.nameEn})`;
  return {
    code,
    title,
    titleEn,
    ownerId: owner.id,
    metricId: record.metricId,
    quoteId: record.quoteId,
    parentId: record.id,
    comparator: singleFigureComparator(terms.comparator),
    orBetter: terms.orBetter,
    judging: terms.judging,
    value: part.value.toFixed(),
    startOn: dayColumn(part.startOn),
    dueOn: dayColumn(part.dueOn),
    periodPrinted: false,
    planShape: record.planShape === "flat" ? "flat" : "linear",
    ...reportingColumns(record),
    weight: part.weight.toFixed(4),
    visibility: record.visibility,
    state: "draft",
    searchText: [code, title, titleEn, record.searchText].join("\n"),
    createdAt,
  };
}
