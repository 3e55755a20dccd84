"use client";
// A form around a server action: typed text survives a rejection, and each error is shown at its field. Not lazy:
// outside a Suspense boundary, a lazy form delays the hydration of the whole page, and a click before that skips the
// confirmation.
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useRef } from "react";
import type { Messages } from "use-intl";
import { type AnswerWords, answerMessage } from "@/components/forms/answer-message";
import { useFormSupport } from "@/components/forms/form-support";
import { SubmitContext } from "@/components/forms/submit-context";
import { SubmitStatus } from "@/components/forms/submit-status";
import { TextConflict } from "@/components/forms/text-conflict";
import { useMovedErrors } from "@/components/forms/use-moved-errors";
import { useSubmitForm } from "@/components/forms/use-submit-form";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { preloadConfirm, useConfirm } from "@/components/ui/use-confirm";
import { type ActionState, IDLE } from "@/lib/actions/action-state";

export type ActionFormWords = AnswerWords & Pick<Messages["form"], "working">;

export interface ActionFormProps {
  readonly action: (before: ActionState, form: FormData) => Promise<ActionState>;
  readonly words: ActionFormWords;
  /** For fields that are elsewhere on the page. */
  readonly id?: string;
  /** The confirmation before an irreversible action. */
  readonly confirmation?: string | undefined;
  /** The success message as a toast, for a form that disappears with its entry. */
  readonly toast?: string;
  readonly label?: string;
  /** A preview of the form: next to it on a desk, below its button and answer on a phone. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function ActionForm({ action, words, id, confirmation, toast, label, aside, children }: ActionFormProps) {
  const formId = useId();
  const ref = useRef<HTMLFormElement>(null);
  const support = useFormSupport();
  const router = useRouter();
  const showToast = useToast();
  const { ask, dialog } = useConfirm();
  const form = useSubmitForm(ref, action, IDLE);
  const { answer, failure, isBusy, restored, textConflict, store } = form;
  const { errors, dropRow } = useMovedErrors(answer);
  const isResolved = textConflict === null;
  const send = (data: FormData) =>
    form.submit(data, ({ status }) => {
      if (status === "done" && toast !== undefined) showToast(toast);
    });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    if (confirmation === undefined) return send(data);
    form.send(() =>
      ask({
        title: confirmation,
        confirm: submitter?.textContent ?? "",
        cancel: support.words.cancel,
        variant: "danger",
        onConfirm: () => send(data),
      }),
    );
  };
  const body = (
    <>
      {restored !== null && (
        <p className="text-sm text-ink-soft">
          {support.words.restored} {restored.hadFiles && support.words.filesAgain}
        </p>
      )}
      {children}
      <SubmitStatus
        isBusy={isBusy}
        working={words.working}
        failure={failure}
        isSignedOut={answer.status === "signed-out"}
        isSuccess={answer.status === "done"}
        store={store}
      >
        {isResolved && answerMessage(answer, toast === undefined ? words : { ...words, done: undefined })}
        {isResolved && answer.conflict?.why === "changed" && (
          <Button size="sm" onClick={() => router.refresh()} className="mt-1 flex">
            {support.words.current}
          </Button>
        )}
      </SubmitStatus>
    </>
  );
  return (
    <SubmitContext.Provider value={{ formId, answer: { ...answer, errors }, words, isBusy, dropRow }}>
      {textConflict !== null && (
        <TextConflict form={ref} differences={textConflict.differences} resolve={form.resolveConflict} />
      )}
      <form
        ref={ref}
        id={id}
        action={form.formAction}
        onSubmit={submit}
        onInput={form.handleInput}
        onFocus={confirmation === undefined ? undefined : preloadConfirm}
        inert={!isResolved}
        aria-label={label}
        autoComplete="off"
        className="grid grid-cols-1 gap-3"
        noValidate
      >
        {aside === undefined ? (
          body
        ) : (
          <div className="grid grid-cols-1 gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
            <div className="grid grid-cols-1 content-start gap-3">{body}</div>
            {aside}
          </div>
        )}
      </form>
      {dialog}
    </SubmitContext.Provider>
  );
}
