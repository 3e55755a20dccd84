"use client";
// Accepts what is complete, and writes the accepted proposals as drafts.
import { useState } from "react";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import type { ImportWords } from "@/components/forms/import-words";
import { RejectedFields } from "@/components/forms/rejected-fields";
import { Notice } from "@/components/ui/notice";
import { type ActionState, IDLE } from "@/lib/actions/action-state";
import { acceptCompleteAction, type DraftingState, draftTargetsAction } from "@/lib/actions/sources";
import { type ClientMessage, formatMessage } from "@/lib/i18n/format-message";

interface DraftingFormProps {
  readonly source: string;
  readonly digest: string;
  readonly accepted: number;
  readonly complete: number;
  /** By the id of the proposal. */
  readonly titles: Readonly<Record<string, string>>;
  readonly imports: Pick<ImportWords, "reasons" | "problem" | "fields" | "faults">;
  readonly words: ActionFormWords;
  readonly texts: Readonly<Record<"acceptComplete" | "draft" | "drafted" | "left", ClientMessage>> & {
    readonly showDrafts: string;
    readonly exists: string;
  };
}

export function DraftingForm({ source, digest, accepted, complete, titles, imports, words, texts }: DraftingFormProps) {
  const [drafting, setDrafting] = useState<DraftingState["drafting"]>();
  const draft = async (_before: ActionState, form: FormData): Promise<ActionState> => {
    const answer = await draftTargetsAction(IDLE, form);
    setDrafting(answer.drafting);
    return answer;
  };
  const quiet = { ...words, done: undefined };
  return (
    <div className="grid gap-3 print:hidden">
      <div className="flex flex-wrap gap-3">
        {complete > 0 && (
          <ActionForm action={acceptCompleteAction} words={quiet}>
            <input type="hidden" name="source" value={source} />
            <SubmitButton variant="secondary">{formatMessage(texts.acceptComplete, { count: complete })}</SubmitButton>
          </ActionForm>
        )}
        {accepted > 0 && (
          <ActionForm action={draft} words={quiet}>
            <input type="hidden" name="source" value={source} />
            <input type="hidden" name="digest" value={digest} />
            <SubmitButton>{formatMessage(texts.draft, { count: accepted })}</SubmitButton>
          </ActionForm>
        )}
      </div>
      {drafting !== undefined && (
        <Notice role="status">
          <p className="font-bold">{formatMessage(texts.drafted, { count: drafting.codes.length })}</p>
          {drafting.left.length > 0 && (
            <>
              <p>{formatMessage(texts.left, { count: drafting.left.length })}</p>
              <ul className="list-disc pl-6">
                {drafting.left.map(({ id, why, faults }) => (
                  <li key={id}>
                    <a href={`#card-${id}`} className="underline">
                      {titles[id]}
                    </a>{" "}
                    {why === "exists" ? texts.exists : (imports.reasons[why] ?? why)}
                    <RejectedFields faults={faults} words={imports} />
                  </li>
                ))}
              </ul>
            </>
          )}
          {drafting.codes.length > 0 && (
            <p>
              <a href="/targets?state=draft" className="underline">
                {texts.showDrafts}
              </a>
            </p>
          )}
        </Notice>
      )}
    </div>
  );
}
