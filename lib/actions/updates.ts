"use server";
// Reporting and reviewing from forms: read the form, call the write, answer in a shape the form can show.
import { revalidatePath } from "next/cache";
import { decisionSchema, type FieldErrors, type UpdateInput } from "@/lib/schemas/update";
import { getContext } from "@/lib/server/context";
import type { Outcome, Refusal } from "@/lib/server/refusal";
import { approveUpdate, returnUpdate } from "@/lib/server/updates/decisions";
import { type LightPreview, previewReport } from "@/lib/server/updates/form";
import { discardDraft, saveDraft, submitUpdate } from "@/lib/server/updates/mutations";

export interface FormAnswer {
  readonly status: "idle" | "saved" | "submitted" | "done" | Refusal["kind"] | "signed-out";
  readonly errors: FieldErrors;
  readonly conflict: { readonly why: string; readonly by: string | null; readonly at: string | null } | null;
  readonly saved: { readonly updateId: string; readonly version: number } | null;
}

function answerOf(
  outcome: Outcome<{ updateId: string; version: number }>,
  status: "saved" | "submitted" | "done",
): FormAnswer {
  if (outcome.ok) return { status, errors: {}, conflict: null, saved: outcome.value };
  const { refusal } = outcome;
  const conflict =
    refusal.kind === "conflict" ? { why: refusal.why, by: refusal.by, at: refusal.at?.toISOString() ?? null } : null;
  const errors = refusal.kind === "invalid" ? refusal.errors : {};
  return { status: refusal.kind, errors, conflict, saved: null };
}

const SIGNED_OUT: FormAnswer = { status: "signed-out", errors: {}, conflict: null, saved: null };

export async function sendReport(code: string, input: UpdateInput, intent: "draft" | "submit"): Promise<FormAnswer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const submits = intent === "submit";
  const outcome = await (submits ? submitUpdate : saveDraft)(code, input, context);
  if (outcome.ok && submits) revalidatePath("/", "layout");
  return answerOf(outcome, submits ? "submitted" : "saved");
}

export async function previewLight(code: string, input: UpdateInput): Promise<LightPreview | null> {
  return previewReport(code, input, await getContext());
}

function decisionOf(form: FormData) {
  return decisionSchema.safeParse({ updateId: form.get("updateId"), version: form.get("version") });
}

export async function discardReport(form: FormData): Promise<void> {
  const decision = decisionOf(form);
  if (decision.success) await discardDraft(decision.data, await getContext());
  revalidatePath("/my");
}

export async function decideReport(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const [context, decision] = [await getContext(), decisionOf(form)];
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  if (!decision.success) return { ...SIGNED_OUT, status: "not-found" };
  const reason = String(form.get("reason") ?? "");
  const outcome =
    form.get("decision") === "return"
      ? await returnUpdate({ ...decision.data, reason }, context)
      : await approveUpdate(decision.data, context);
  if (outcome.ok) revalidatePath("/", "layout");
  return answerOf(outcome, "done");
}
