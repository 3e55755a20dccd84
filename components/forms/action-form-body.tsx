"use client";
// The script of ActionForm.
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useRef } from "react";
import type { ActionFormProps } from "@/components/forms/action-form";
import { answerMessage } from "@/components/forms/answer-message";
import { useFormSupport } from "@/components/forms/form-support";
import { SubmitContext } from "@/components/forms/submit-context";
import { SubmitStatus } from "@/components/forms/submit-status";
import { TextConflict } from "@/components/forms/text-conflict";
import { useMovedErrors } from "@/components/forms/use-moved-errors";
import { useSubmitForm } from "@/components/forms/use-submit-form";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { preloadConfirm, useConfirm } from "@/components/ui/use-confirm";
import { IDLE } from "@/lib/actions/action-state";

export function ActionFormBody({ action, words, id, confirmation, toast, label, aside, children }: ActionFormProps) {
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
