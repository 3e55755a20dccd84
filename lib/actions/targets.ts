"use server";
// Form actions of targets, for the supervision office and owners.
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { SINGLE_FIELDS } from "@/lib/domain/targets/revisions";
import { getLanguage } from "@/lib/i18n/preferences";
import { carryOverSchema } from "@/lib/schemas/carry-over";
import { closingDaysSchema, lateEntrySchema, targetTransitionSchema } from "@/lib/schemas/life-cycle";
import { cellsOf, type EditedDraft, readNewTarget } from "@/lib/schemas/new-target";
import { closingReportSchema, requestDecisionSchema } from "@/lib/schemas/request";
import { readSupporting, SUPPORTING_ROW } from "@/lib/schemas/responsibility";
import { stepInput } from "@/lib/schemas/revised-steps";
import type { RevisionInput } from "@/lib/schemas/revision";
import { readSplit } from "@/lib/schemas/split";
import { visibilityChangeSchema } from "@/lib/schemas/visibility";
import { getContext } from "@/lib/server/context";
import { listMetrics } from "@/lib/server/metrics/data";
import type { Result } from "@/lib/server/mutation";
import { createRequest, decideRequest } from "@/lib/server/requests/mutations";
import { carryOverTarget } from "@/lib/server/targets/carry-over";
import { createTarget } from "@/lib/server/targets/create";
import { getEditedDraft } from "@/lib/server/targets/draft-form";
import { editTarget } from "@/lib/server/targets/edit";
import { transitionTarget } from "@/lib/server/targets/life-cycle";
import { previewPromise } from "@/lib/server/targets/promise-preview";
import { changeClosingDays, changeEvidenceRequirement, openLateEntry } from "@/lib/server/targets/reporting-rules";
import { reviseTarget } from "@/lib/server/targets/revisions";
import { settleBaseline } from "@/lib/server/targets/settle-baseline";
import { splitTarget } from "@/lib/server/targets/split";
import { changeVisibility } from "@/lib/server/targets/visibility";
import type { PromisePreview } from "@/lib/views/promise-preview";
import { type ActionState, invalid } from "./action-state";
import { finishAction, runFormAction, withSignedIn } from "./run-form-action";

const codeOf = (form: FormData) => String(form.get("code") ?? "");

/** Redirects to the target. */
function goTo(outcome: Result<{ readonly code: string }>): Result<unknown> {
  if (!outcome.ok) return outcome;
  revalidatePath("/", "layout");
  redirect(`/targets/${encodeURIComponent(outcome.value.code)}`);
}

export async function transitionTargetAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(targetTransitionSchema, form, (input, context) =>
    transitionTarget(codeOf(form), input, context),
  );
}

const REVISED = [
  ...SINGLE_FIELDS,
  "confirmed",
  "owner",
  "responsiblePost",
  "leaderInCharge",
  "reason",
  "authority",
] as const;

function typedFields(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
}

/** @param edited the draft that the form edits; null for a new target */
async function readTargetForm(form: FormData, edited: EditedDraft | null) {
  const metrics = new Map((await listMetrics()).map((metric) => [metric.key, metric]));
  return readNewTarget(typedFields(form), (key) => metrics.get(key), edited);
}

export async function createTargetAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const read = await readTargetForm(form, null);
    return read.ok ? finishAction(goTo(await createTarget(read.target, context))) : invalid(read.errors);
  });
}

/** The form contains the draft's code and the version that it showed. */
export async function editTargetAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const draft = String(form.get("draft") ?? "");
    const read = await readTargetForm(form, await getEditedDraft(draft, context));
    if (!read.ok) return invalid(read.errors);
    return finishAction(goTo(await editTarget(draft, Number(form.get("version")), read.target, context)));
  });
}

/** What the form's promise means, while it is typed. */
export async function previewPromiseAction(form: Readonly<Record<string, string>>): Promise<PromisePreview | null> {
  return previewPromise(form, await getLanguage(), await getContext());
}

export async function carryOverTargetAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(carryOverSchema, form, async (input, context) => goTo(await carryOverTarget(input, context)));
}

export async function settleBaselineAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => finishAction(await settleBaseline(codeOf(form), context)));
}

/** Only the fields of the form; other fields are unchanged. */
function revisionOf(form: FormData): RevisionInput {
  const fields = REVISED.filter((field) => form.has(field)).map((field) => [field, String(form.get(field))]);
  const typed = typedFields(form);
  const supporting = `${SUPPORTING_ROW}0` in typed ? { supporting: readSupporting(typed) } : {};
  return { ...Object.fromEntries(fields), ...supporting, ...stepInput(typed), cells: cellsOf(typed) };
}

/** Revises the terms, or requests a revision, as the form states; the write checks the permission. */
export async function reviseTargetAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const [code, input, mode] = [codeOf(form), revisionOf(form), form.get("mode")];
    const isRequest = mode === "extension" || mode === "revision";
    return finishAction(
      await (isRequest ? createRequest(code, { kind: mode, input }, context) : reviseTarget(code, input, context)),
    );
  });
}

export async function changeEvidenceRequirementAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) =>
    finishAction(await changeEvidenceRequirement(codeOf(form), form.get("required") === "yes", context)),
  );
}

export async function changeVisibilityAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(visibilityChangeSchema, form, (input, context) =>
    changeVisibility(codeOf(form), input, context),
  );
}

export async function splitTargetAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const read = readSplit(form);
    return read.ok ? finishAction(await splitTarget(codeOf(form), read.split, context)) : invalid(read.errors);
  });
}

export async function changeClosingDaysAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(closingDaysSchema, form, ({ closesAfterDays }, context) =>
    changeClosingDays(codeOf(form), closesAfterDays, context),
  );
}

export async function openLateEntryAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(lateEntrySchema, form, (input, context) => openLateEntry(codeOf(form), input, context));
}

export async function requestClosingAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(closingReportSchema, form, (report, context) =>
    createRequest(codeOf(form), { kind: "closing", ...report }, context),
  );
}

export async function decideRequestAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(requestDecisionSchema, form, decideRequest);
}
