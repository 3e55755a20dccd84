"use server";
// Form actions of the files of chart collections. Visitors may request one too.
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { collectionPage, collectionRequestSchema } from "@/lib/schemas/chart-collection";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { consumeUpload } from "@/lib/server/auth/attempts";
import { clientNetwork } from "@/lib/server/auth/client-network";
import { cancelCollectionFile, requestCollectionFile } from "@/lib/server/chart-collections/files";
import { getContext } from "@/lib/server/context";
import { type ActionState, invalid } from "./action-state";
import { finishAction, withSignedIn } from "./run-form-action";
import { toActionState } from "./to-action-state";

export async function requestCollectionFileAction(_before: ActionState, form: FormData): Promise<ActionState> {
  const input = collectionRequestSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(fieldErrors(input.error));
  const context = await getContext();
  // A visitor is unknown, so requests are limited by network, like wrong passwords.
  const isLimited = context.actor.kind === "visitor";
  if (isLimited && (await consumeUpload("collection", clientNetwork(await headers()))) !== null) {
    return invalid({ form: "too-many-requests" });
  }
  const outcome = await requestCollectionFile(input.data, context);
  if (!outcome.ok) return toActionState(outcome);
  // Not only revalidated: a page as of an earlier day is read by GET.
  redirect(collectionPage(input.data));
}

export async function cancelCollectionFileAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) =>
    finishAction(await cancelCollectionFile(String(form.get("file") ?? ""), context)),
  );
}
