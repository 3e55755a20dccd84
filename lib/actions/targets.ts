"use server";
// The supervision office's and the owners' steps from forms: read the form, call the write, answer.
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type Answer, invalid } from "@/lib/actions/answer";
import { apply, shown, signedIn } from "@/lib/actions/apply";
import { closingSchema, openingSchema, stepInputSchema } from "@/lib/schemas/life-cycle";
import { readNewTarget, rollOverSchema } from "@/lib/schemas/new-target";
import { closingReportSchema, requestDecisionSchema } from "@/lib/schemas/request";
import type { RevisionInput } from "@/lib/schemas/revision";
import { readSplit } from "@/lib/schemas/split";
import { visibilityChangeSchema } from "@/lib/schemas/visibility";
import { setEvidenceRequired } from "@/lib/server/evidence/mutations";
import { listMetrics } from "@/lib/server/metrics/data";
import type { Outcome } from "@/lib/server/refusal";
import { decideRequest, makeRequest } from "@/lib/server/requests/mutations";
import { createTarget, rollOver } from "@/lib/server/targets/create";
import { getDraftTerms } from "@/lib/server/targets/draft-form";
import { editDraft } from "@/lib/server/targets/edit-draft";
import { takeTargetStep } from "@/lib/server/targets/life-cycle";
import { reviseTarget } from "@/lib/server/targets/revisions";
import { openForLateEntry, setClosing, splitTarget } from "@/lib/server/targets/split";
import { changeVisibility } from "@/lib/server/targets/visibility";

const codeOf = (form: FormData) => String(form.get("code") ?? "");

/** Goes to the target that was written. */
function goTo(outcome: Outcome<{ readonly code: string }>): Outcome<unknown> {
  if (!outcome.ok) return outcome;
  revalidatePath("/", "layout");
  redirect(`/targets/${encodeURIComponent(outcome.value.code)}`);
}

export async function takeStep(_before: Answer, form: FormData): Promise<Answer> {
  return apply(stepInputSchema, form, (input, context) => takeTargetStep(codeOf(form), input, context));
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

/** A new target, or a draft in place of what it said before. */
export async function writeTarget(_before: Answer, form: FormData): Promise<Answer> {
  return signedIn(async (context) => {
    const kinds = new Map((await listMetrics()).map((metric) => [metric.key, metric.kind]));
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    const draft = typed.draft ?? null;
    const edited = draft === null ? null : await getDraftTerms(draft, context);
    const read = readNewTarget(typed, (key) => kinds.get(key), edited);
    if (!read.ok) return invalid(read.errors);
    const written =
      draft === null
        ? await createTarget(read.target, context)
        : await editDraft(draft, Number(typed.version), read.target, context);
    return shown(goTo(written));
  });
}

export async function carryOver(_before: Answer, form: FormData): Promise<Answer> {
  return apply(rollOverSchema, form, async (input, context) => goTo(await rollOver(input, context)));
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
  return signedIn(async (context) => {
    const [code, input, mode] = [codeOf(form), revisionOf(form), form.get("mode")];
    const isAsked = mode === "extension" || mode === "revision";
    return shown(
      await (isAsked ? makeRequest(code, { kind: mode, input }, context) : reviseTarget(code, input, context)),
    );
  });
}

export async function requireEvidence(_before: Answer, form: FormData): Promise<Answer> {
  return signedIn(async (context) =>
    shown(await setEvidenceRequired(codeOf(form), form.get("required") === "yes", context)),
  );
}

export async function setVisibility(_before: Answer, form: FormData): Promise<Answer> {
  return apply(visibilityChangeSchema, form, (input, context) => changeVisibility(codeOf(form), input, context));
}

export async function split(_before: Answer, form: FormData): Promise<Answer> {
  return signedIn(async (context) => {
    const read = readSplit(form);
    return read.ok ? shown(await splitTarget(codeOf(form), read.split, context)) : invalid(read.errors);
  });
}

export async function closeEntry(_before: Answer, form: FormData): Promise<Answer> {
  return apply(closingSchema, form, ({ closesAfterDays }, context) =>
    setClosing(codeOf(form), closesAfterDays, context),
  );
}

export async function openLate(_before: Answer, form: FormData): Promise<Answer> {
  return apply(openingSchema, form, (input, context) => openForLateEntry(codeOf(form), input, context));
}

export async function askToClose(_before: Answer, form: FormData): Promise<Answer> {
  return apply(closingReportSchema, form, (report, context) =>
    makeRequest(codeOf(form), { kind: "closing", ...report }, context),
  );
}

export async function decide(_before: Answer, form: FormData): Promise<Answer> {
  return apply(requestDecisionSchema, form, decideRequest);
}
