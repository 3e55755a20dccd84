"use server";
// Documents and the proposals read from them.
import { getLanguage } from "@/lib/i18n/preferences";
import { proposalCorrectionSchema, proposalStepSchema, selectedPassageSchema } from "@/lib/schemas/proposal";
import { draftingSchema, newSourceSchema, sourceSchema, sourceVisibilitySchema } from "@/lib/schemas/source";
import { changeSourceVisibility, createSource } from "@/lib/server/sources/create";
import { type Drafting, draftTargets } from "@/lib/server/sources/draft-targets";
import { acceptComplete, addProposal, correctProposal, moveProposal } from "@/lib/server/sources/proposals";
import { type ActionState, invalid } from "./action-state";
import { finishAction, runFormAction, withSignedIn } from "./run-form-action";

export interface NewSourceState extends ActionState {
  /** The id of the new document. */
  readonly created?: string;
}

export async function createSourceAction(_before: NewSourceState, form: FormData): Promise<NewSourceState> {
  let created: string | undefined;
  const answer = await runFormAction(newSourceSchema, form, async (input, context) => {
    const outcome = await createSource(input, context);
    if (outcome.ok) created = outcome.value.id;
    return outcome;
  });
  return created === undefined ? answer : { ...answer, created };
}

export async function changeSourceVisibilityAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(sourceVisibilitySchema, form, ({ source, visibility }, context) =>
    changeSourceVisibility(source, visibility, context),
  );
}

export async function moveProposalAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(proposalStepSchema, form, moveProposal);
}

export async function correctProposalAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(proposalCorrectionSchema, form, correctProposal);
}

export async function acceptCompleteAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(sourceSchema, form, ({ source }, context) => acceptComplete(source, context));
}

export async function addProposalAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(selectedPassageSchema, form, addProposal);
}

export interface DraftingState extends ActionState {
  /** What was drafted, and which proposals became no draft. */
  readonly drafting?: Drafting;
}

export async function draftTargetsAction(_before: DraftingState, form: FormData): Promise<DraftingState> {
  const lang = await getLanguage();
  return withSignedIn<DraftingState>(async (context) => {
    const input = draftingSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return invalid({ form: "values-rejected" });
    const { source, digest } = input.data;
    const outcome = await draftTargets({ id: source, digest, lang }, context);
    const answer = await finishAction(outcome);
    return outcome.ok ? { ...answer, drafting: outcome.value } : answer;
  });
}
