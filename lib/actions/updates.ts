"use server";
// Reporting and reviewing from forms: read the form, call the write, answer in a shape the form can show.
import { revalidatePath } from "next/cache";
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
import { type LightPreview, previewReport } from "@/lib/server/updates/form";
import { discardDraft, saveDraft, submitUpdate } from "@/lib/server/updates/mutations";
import { type ActionState, IDLE, SIGNED_OUT } from "./action-state";
import { runFormAction } from "./run-form-action";
import { toActionState } from "./to-action-state";

export interface ReportState extends Omit<ActionState, "status" | "errors"> {
  readonly status: ActionState["status"] | "saved" | "submitted";
  readonly errors: FieldErrors;
  readonly saved: { readonly updateId: string; readonly version: number } | null;
}

async function toReportState(
  outcome: Result<{ updateId: string; version: number }>,
  status: "saved" | "submitted" | "done",
): Promise<ReportState> {
  return outcome.ok ? { ...IDLE, status, saved: outcome.value } : { ...(await toActionState(outcome)), saved: null };
}

const SIGNED_OUT_REPORT: ReportState = { ...SIGNED_OUT, saved: null };

export async function saveReportAction(
  code: string,
  input: UpdateInput,
  intent: "draft" | "submit",
): Promise<ReportState> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT_REPORT;
  const submits = intent === "submit";
  const outcome = await (submits ? submitUpdate : saveDraft)(code, input, context);
  if (outcome.ok && submits) revalidatePath("/", "layout");
  return toReportState(outcome, submits ? "submitted" : "saved");
}

export async function previewReportAction(code: string, input: UpdateInput): Promise<LightPreview | null> {
  return previewReport(code, input, await getContext());
}

function readDecision(form: FormData) {
  return decisionSchema.safeParse({ updateId: form.get("updateId"), version: form.get("version") });
}

export async function discardDraftAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(decisionSchema, form, discardDraft);
}

export async function decideUpdateAction(_before: ReportState, form: FormData): Promise<ReportState> {
  const [context, decision] = [await getContext(), readDecision(form)];
  if (context.actor.kind === "visitor") return SIGNED_OUT_REPORT;
  if (!decision.success) return { ...SIGNED_OUT_REPORT, status: "not-found" };
  const reason = String(form.get("reason") ?? "");
  const outcome =
    form.get("decision") === "return"
      ? await returnUpdate({ ...decision.data, reason }, context)
      : await approveUpdate(decision.data, context);
  if (outcome.ok) revalidatePath("/", "layout");
  return toReportState(outcome, "done");
}

export interface BulkDecisionState {
  readonly status: "idle" | "done" | "none" | "reason" | "signed-out";
  readonly done: number;
  /** What is left in the queue, with the reason as a key. */
  readonly refused: readonly { readonly code: string; readonly why: string }[];
}

function toBulkState({ saved, refused }: DecidedMany): BulkDecisionState {
  revalidatePath("/", "layout");
  return {
    status: "done",
    done: saved.length,
    refused: refused.map(({ code, refusal }) => ({
      code: code ?? "",
      why: refusal.kind === "conflict" ? refusal.why : refusal.kind,
    })),
  };
}

/** Decides all that were ticked; each ticked box says `id version`. */
export async function decideUpdatesAction(_before: BulkDecisionState, form: FormData): Promise<BulkDecisionState> {
  const context = await getContext();
  const nothing = { done: 0, refused: [] };
  if (context.actor.kind === "visitor") return { status: "signed-out", ...nothing };
  const decisions = form.getAll("chosen").flatMap((chosen) => {
    const [updateId, version] = String(chosen).split(" ");
    const decision = decisionSchema.safeParse({ updateId, version });
    return decision.success ? [decision.data] : [];
  });
  if (decisions.length === 0) return { status: "none", ...nothing };
  const outcome = await (form.get("decision") === "return"
    ? returnUpdates(decisions, String(form.get("reason") ?? ""), context)
    : approveUpdates(decisions, context));
  return outcome.ok ? toBulkState(outcome.value) : { status: "reason", ...nothing };
}
