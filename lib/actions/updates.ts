"use server";
// Reporting and reviewing from forms: read the form, call the write, answer in a shape the form can show.
import { revalidatePath } from "next/cache";
import { type Answer, IDLE, SIGNED_OUT } from "@/lib/actions/answer";
import { answerOf } from "@/lib/actions/answer-of";
import { apply } from "@/lib/actions/apply";
import { decisionSchema, type FieldErrors, type UpdateInput } from "@/lib/schemas/update";
import { getContext } from "@/lib/server/context";
import type { Outcome } from "@/lib/server/refusal";
import {
  approveUpdate,
  approveUpdates,
  type DecidedMany,
  returnUpdate,
  returnUpdates,
} from "@/lib/server/updates/decisions";
import { type LightPreview, previewReport } from "@/lib/server/updates/form";
import { discardDraft, saveDraft, submitUpdate } from "@/lib/server/updates/mutations";

export interface FormAnswer extends Omit<Answer, "status" | "errors"> {
  readonly status: Answer["status"] | "saved" | "submitted";
  readonly errors: FieldErrors;
  readonly saved: { readonly updateId: string; readonly version: number } | null;
}

async function savedAnswer(
  outcome: Outcome<{ updateId: string; version: number }>,
  status: "saved" | "submitted" | "done",
): Promise<FormAnswer> {
  return outcome.ok ? { ...IDLE, status, saved: outcome.value } : { ...(await answerOf(outcome)), saved: null };
}

const SIGNED_OUT_FORM: FormAnswer = { ...SIGNED_OUT, saved: null };

export async function sendReport(code: string, input: UpdateInput, intent: "draft" | "submit"): Promise<FormAnswer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT_FORM;
  const submits = intent === "submit";
  const outcome = await (submits ? submitUpdate : saveDraft)(code, input, context);
  if (outcome.ok && submits) revalidatePath("/", "layout");
  return savedAnswer(outcome, submits ? "submitted" : "saved");
}

export async function previewLight(code: string, input: UpdateInput): Promise<LightPreview | null> {
  return previewReport(code, input, await getContext());
}

function decisionOf(form: FormData) {
  return decisionSchema.safeParse({ updateId: form.get("updateId"), version: form.get("version") });
}

export async function discardReport(_before: Answer, form: FormData): Promise<Answer> {
  return apply(decisionSchema, form, discardDraft);
}

export async function decideReport(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const [context, decision] = [await getContext(), decisionOf(form)];
  if (context.actor.kind === "visitor") return SIGNED_OUT_FORM;
  if (!decision.success) return { ...SIGNED_OUT_FORM, status: "not-found" };
  const reason = String(form.get("reason") ?? "");
  const outcome =
    form.get("decision") === "return"
      ? await returnUpdate({ ...decision.data, reason }, context)
      : await approveUpdate(decision.data, context);
  if (outcome.ok) revalidatePath("/", "layout");
  return savedAnswer(outcome, "done");
}

export interface BulkAnswer {
  readonly status: "idle" | "done" | "none" | "reason" | "signed-out";
  readonly done: number;
  /** What is left in the queue, with the reason as a key. */
  readonly refused: readonly { readonly code: string; readonly why: string }[];
}

function bulkAnswer({ saved, refused }: DecidedMany): BulkAnswer {
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
export async function decideReports(_before: BulkAnswer, form: FormData): Promise<BulkAnswer> {
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
  return outcome.ok ? bulkAnswer(outcome.value) : { status: "reason", ...nothing };
}
