// Replaces a provisional or missing baseline by the final value of the target that was carried over.
import "server-only";
import { yearOf } from "@/lib/domain/calendar/iso-date";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import { revisedFields, toRevisableTerms } from "@/lib/domain/targets/revisions";
import { getTranslator } from "@/lib/i18n/translator";
import type { Context } from "@/lib/server/context";
import { dayOf } from "@/lib/server/db/columns";
import { type Result, reject } from "@/lib/server/mutation";
import { finalBaseline } from "./carried-baseline";
import { finalValueOf } from "./carry-over";
import { mutateTarget } from "./mutate";
import { type Revised, recordRevision } from "./revisions";

/**
 * Recorded as a revision, also of a draft, so that earlier days show the provisional figure. Rejects a target that was
 * not carried over, one with a final baseline, and an earlier target without its final value.
 */
export function settleBaseline(code: string, context: Context): Promise<Result<Revised>> {
  return mutateTarget({ code }, "target.revise", context, async (write) => {
    const { tx, target } = write;
    const { record, terms } = target;
    const from = record.carriedFromId && (await tx.target.findUnique({ where: { id: record.carriedFromId } }));
    const isMeasured = KIND_RULES[terms.kind].hasFigure;
    if (!from || !isMeasured || (terms.baseline !== null && !terms.baseline.isProvisional))
      reject({ kind: "forbidden" });
    const final = await finalValueOf(from, context, tx);
    if (!final.known) reject({ kind: "invalid", errors: { form: "no-final-value" } });
    const { baselineNote, baselineNoteEn, ...baseline } = finalBaseline(
      from.code,
      yearOf(dayOf(from.dueOn)),
      final.value,
    );
    const before = toRevisableTerms(terms);
    const after = { ...before, ...baseline, baselineProvisional: null };
    const reason = getTranslator("zh-CN")("baselineNote.settled", { code: from.code });
    const fields = revisedFields(before, after);
    const change = await recordRevision(write, {
      after,
      fields,
      responsibility: {},
      calendar: null,
      reason,
      authority: from.code,
    });
    await tx.target.update({ where: { id: record.id }, data: { baselineNote, baselineNoteEn } });
    return change;
  });
}
