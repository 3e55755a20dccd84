"use server";
import { revalidatePath } from "next/cache";
// Form actions of reporting and reviewing.
import { redirect } from "next/navigation";
import type { z } from "zod";
import { getLanguage } from "@/lib/i18n/preferences";
import { decisionSchema, type FieldErrors, type UpdateInput } from "@/lib/schemas/update";
import { getContext } from "@/lib/server/context";
import type { Result } from "@/lib/server/mutation";
import {
  approveUpdate,
  approveUpdates,
  type DecidedMany,
  returnUpdate,
  returnUpdates,
} from "@/lib/server/updates/decisions";
import { discardDraft, saveDraft, submitUpdate } from "@/lib/server/updates/mutations";
import { previewReport } from "@/lib/server/updates/preview";
import type { Saved } from "@/lib/server/updates/store-update";
import { undoDecisions, withdrawUpdate } from "@/lib/server/updates/take-back";
import type { ReportPreview } from "@/lib/views/update";
import { type ActionState, IDLE, NOT_FOUND } from "./action-state";
import { finishAction, runFormAction, withSignedIn } from "./run-form-action";
import { toActionState } from "./to-action-state";

export interface ReportState extends Omit<ActionState, "status" | "errors"> {
  readonly status: ActionState["status"] | "saved" | "submitted";
  readonly errors: FieldErrors;
  readonly saved?: Saved;
}

async function toReportState(outcome: Result<Saved>, status: "saved" | "submitted"): Promise<ReportState> {
  return outcome.ok ? { ...IDLE, status, saved: outcome.value } : toActionState(outcome);
}

export async function saveReportAction(
  code: string,
  input: UpdateInput,
  intent: "draft" | "submit",
): Promise<ReportState> {
  return withSignedIn(async (context) => {
    const submits = intent === "submit";
    const outcome = await (submits ? submitUpdate : saveDraft)(code, input, context);
    if (outcome.ok && submits) revalidatePath("/", "layout");
    return toReportState(outcome, submits ? "submitted" : "saved");
  });
}

export async function previewReportAction(code: string, input: UpdateInput): Promise<ReportPreview | null> {
  const [lang, context] = await Promise.all([getLanguage(), getContext()]);
  return previewReport(code, input, lang, context);
}

export async function discardDraftAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(decisionSchema, form, discardDraft);
}

export async function withdrawReportAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(decisionSchema, form, withdrawUpdate);
}

/** Each `decided` field is `id version` of a decision. */
export async function undoDecisionsAction(form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const decisions = parseDecisions(form, "decided");
    return decisions.length === 0 ? NOT_FOUND : finishAction(await undoDecisions(decisions, context));
  });
}

/** The same without script: answers with the page of the queue, which says whether it was undone. */
export async function undoDecisionsAndReturnAction(form: FormData): Promise<void> {
  const { status } = await undoDecisionsAction(form);
  redirect(`/review?undo=${status}`);
}

function parseDecisions(form: FormData, field: string): z.output<typeof decisionSchema>[] {
  return form.getAll(field).flatMap((chosen) => {
    const [updateId, version] = String(chosen).split(" ");
    const decision = decisionSchema.safeParse({ updateId, version });
    return decision.success ? [decision.data] : [];
  });
}

export async function decideUpdateAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const decision = decisionSchema.safeParse({ updateId: form.get("updateId"), version: form.get("version") });
    if (!decision.success) return NOT_FOUND;
    const reason = String(form.get("reason") ?? "");
    return finishAction(
      await (form.get("decision") === "return"
        ? returnUpdate({ ...decision.data, reason }, context)
        : approveUpdate(decision.data, context)),
    );
  });
}

export interface BulkDecisionState {
  readonly status: "idle" | "done" | "none" | "reason" | "signed-out";
  readonly done?: number;
  /** The decided reports, as `id version`. */
  readonly decided?: readonly string[];
  /** The reports that could not be decided, with the reason as a message key. */
  readonly refused?: readonly { readonly code: string; readonly why: string }[];
}

function toBulkState({ saved, refused }: DecidedMany): BulkDecisionState {
  revalidatePath("/", "layout");
  return {
    status: "done",
    done: saved.length,
    decided: saved.map(({ updateId, version }) => `${updateId} ${version}`),
    refused: refused.map(({ code, error }) => ({
      code: code ?? "",
      why: error.kind === "conflict" ? error.why : error.kind,
    })),
  };
}

/** Decides all selected reports; each checkbox sends `id version`. */
export async function decideUpdatesAction(_before: BulkDecisionState, form: FormData): Promise<BulkDecisionState> {
  return withSignedIn(async (context): Promise<BulkDecisionState> => {
    const decisions = parseDecisions(form, "chosen");
    if (decisions.length === 0) return { status: "none" };
    const outcome = await (form.get("decision") === "return"
      ? returnUpdates(decisions, String(form.get("reason") ?? ""), context)
      : approveUpdates(decisions, context));
    return outcome.ok ? toBulkState(outcome.value) : { status: "reason" };
  });
}
