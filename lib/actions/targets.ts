"use server";
// The supervision office's and the owners' steps from forms: read the form, call the write, answer.
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type Answer, invalid, SIGNED_OUT } from "@/lib/actions/answer";
import { answerOf } from "@/lib/actions/answer-of";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { closingSchema, openingSchema, stepInputSchema } from "@/lib/schemas/life-cycle";
import { readNewTarget, rollOverSchema } from "@/lib/schemas/new-target";
import { closingReportSchema, requestDecisionSchema } from "@/lib/schemas/request";
import type { RevisionInput } from "@/lib/schemas/revision";
import { readSplit } from "@/lib/schemas/split";
import { visibilityChangeSchema } from "@/lib/schemas/visibility";
import { getContext } from "@/lib/server/context";
import { setEvidenceRequired } from "@/lib/server/evidence/mutations";
import { listMetrics } from "@/lib/server/metrics/data";
import { decideRequest, makeRequest } from "@/lib/server/requests/mutations";
import { createTarget, rollOver } from "@/lib/server/targets/create";
import { takeTargetStep } from "@/lib/server/targets/life-cycle";
import { reviseTarget } from "@/lib/server/targets/revisions";
import { openForLateEntry, setClosing, splitTarget } from "@/lib/server/targets/split";
import { changeVisibility } from "@/lib/server/targets/visibility";

const codeOf = (form: FormData) => String(form.get("code") ?? "");

function shown(answer: Answer): Answer {
  if (answer.status === "done") revalidatePath("/", "layout");
  return answer;
}

export async function takeStep(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const input = stepInputSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(fieldErrors(input.error));
  return shown(await answerOf(await takeTargetStep(codeOf(form), input.data, context)));
}

const REVISED = [
  "comparator",
  "value",
  "upperValue",
  "stretchValue",
  "baselineValue",
  "baselineYear",
  "startOn",
  "dueOn",
  "planShape",
  "owner",
  "reason",
  "authority",
] as const;
const STEP = "step:";

export async function writeTarget(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const kinds = new Map((await listMetrics()).map((metric) => [metric.key, metric.kind]));
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const read = readNewTarget(typed, (key) => kinds.get(key));
  if (!read.ok) return invalid(read.errors);
  const outcome = await createTarget(read.target, context);
  if (!outcome.ok) return answerOf(outcome);
  revalidatePath("/", "layout");
  redirect(`/targets/${encodeURIComponent(outcome.value.code)}`);
}

export async function carryOver(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const input = rollOverSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(fieldErrors(input.error));
  const outcome = await rollOver(input.data, context);
  if (!outcome.ok) return answerOf(outcome);
  revalidatePath("/", "layout");
  redirect(`/targets/${encodeURIComponent(outcome.value.code)}`);
}

/** Only what the form has; a field it does not show stays as it is. */
function revisionOf(form: FormData): RevisionInput {
  const fields = REVISED.filter((field) => form.has(field)).map((field) => [field, String(form.get(field))]);
  const steps = [...form.entries()]
    .filter(([name]) => name.startsWith(STEP))
    .map(([name, plannedOn]) => ({ key: name.slice(STEP.length), plannedOn: String(plannedOn) }));
  return { ...Object.fromEntries(fields), steps };
}

/** Changes the terms, or asks for it: which of the two the form says, and the write decides who may. */
export async function revise(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const [code, input, mode] = [codeOf(form), revisionOf(form), form.get("mode")];
  if (mode === "extension" || mode === "revision") {
    return shown(await answerOf(await makeRequest(code, { kind: mode, input }, context)));
  }
  return shown(await answerOf(await reviseTarget(code, input, context)));
}

export async function requireEvidence(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  return shown(await answerOf(await setEvidenceRequired(codeOf(form), form.get("required") === "yes", context)));
}

export async function setVisibility(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const input = visibilityChangeSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(fieldErrors(input.error));
  return shown(await answerOf(await changeVisibility(codeOf(form), input.data, context)));
}

export async function split(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const read = readSplit(form);
  if (!read.ok) return invalid(read.errors);
  return shown(await answerOf(await splitTarget(codeOf(form), read.split, context)));
}

export async function closeEntry(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const input = closingSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(fieldErrors(input.error));
  return shown(await answerOf(await setClosing(codeOf(form), input.data.closesAfterDays, context)));
}

export async function openLate(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const input = openingSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(fieldErrors(input.error));
  return shown(await answerOf(await openForLateEntry(codeOf(form), input.data, context)));
}

export async function askToClose(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const report = closingReportSchema.safeParse(Object.fromEntries(form));
  if (!report.success) return invalid(fieldErrors(report.error));
  return shown(await answerOf(await makeRequest(codeOf(form), { kind: "closing", ...report.data }, context)));
}

export async function decide(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const decision = requestDecisionSchema.safeParse(Object.fromEntries(form));
  if (!decision.success) return invalid(fieldErrors(decision.error));
  return shown(await answerOf(await decideRequest(decision.data, context)));
}
