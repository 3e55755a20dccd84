"use client";
import { type FormEvent, type ReactNode, useRef } from "react";
import type { Messages } from "use-intl";
import { answerMessage } from "@/components/forms/answer-message";
import { SubmitStatus } from "@/components/forms/submit-status";
import { useSubmitForm } from "@/components/forms/use-submit-form";
import { type UndoWords, useUndo } from "@/components/review/use-undo";
import { Button, buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";
import { preloadConfirm, useConfirm } from "@/components/ui/use-confirm";
import { IDLE } from "@/lib/actions/action-state";
import { decideUpdateAction } from "@/lib/actions/updates";
import type { Language } from "@/lib/i18n/languages";

export type DecisionWords = Pick<
  Messages["review"],
  "approve" | "return" | "reason" | "working" | "gone" | "signedOut" | "cancel"
> &
  UndoWords & {
    readonly lang: Language;
    readonly reasonRequired: string;
    readonly conflicts: Readonly<Record<string, string>>;
  };

interface DecisionFormProps {
  readonly updateId: string;
  readonly version: number;
  /** The report that the two buttons decide, for screen readers. */
  readonly about: string;
  /** The confirmation question, and the messages after the decision. */
  readonly question: string;
  readonly approved: string;
  readonly returned: string;
  readonly words: DecisionWords;
  /** What approval changes. */
  readonly children: ReactNode;
}

/** Moves the focus to the decision of the next report. */
function focusNext(form: HTMLFormElement): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>("form[data-decision]")];
  const next = forms[forms.indexOf(form) + 1] ?? forms[forms.indexOf(form) - 1];
  next?.querySelector<HTMLButtonElement>("button")?.focus();
}

/** Approves a report, showing what changes, or returns it with a reason. The typed reason survives a rejection. */
export function DecisionForm(props: DecisionFormProps) {
  const { updateId, version, about, question, words } = props;
  const form = useRef<HTMLFormElement>(null);
  const showDecided = useUndo(words);
  const { ask, dialog } = useConfirm();
  const request = useSubmitForm(form, decideUpdateAction, IDLE);
  const { answer, failure, isBusy: busy } = request;
  // A missing reason is an error of its field.
  const lacksReason = answer.status === "invalid";
  const message = lacksReason ? null : answerMessage(answer, { ...words, invalid: "", errors: {} });
  const reasonId = `reason-${updateId}`;
  const errorId = `decision-${updateId}`;
  const send = (decision: "approve" | "return") => {
    if (form.current === null || busy) return;
    const [from, data] = [form.current, new FormData(form.current)];
    data.set("decision", decision);
    request.submit(data, ({ status }) => {
      if (status === "invalid") document.getElementById(reasonId)?.focus();
      if (status !== "done") return;
      focusNext(from);
      showDecided(decision === "approve" ? props.approved : props.returned, [`${updateId} ${version + 1}`]);
    });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (submitter?.getAttribute("value") === "return") return send("return");
    const onConfirm = () => send("approve");
    request.send(() =>
      ask({ title: question, confirm: words.approve, cancel: words.cancel, onConfirm, children: props.children }),
    );
  };
  return (
    <>
      <form
        ref={form}
        action={request.formAction}
        onSubmit={submit}
        onInput={request.handleInput}
        onFocus={preloadConfirm}
        data-decision
        className="grid gap-2"
      >
        <input type="hidden" name="updateId" value={updateId} />
        <input type="hidden" name="version" value={version} />
        <SubmitStatus
          id={errorId}
          isBusy={busy}
          failure={failure}
          isSignedOut={answer.status === "signed-out"}
          store={request.store}
        >
          {message}
        </SubmitStatus>
        <div className="flex flex-wrap items-start gap-3">
          <Button
            type="submit"
            name="decision"
            value="approve"
            variant="primary"
            pending={busy}
            aria-label={`${words.approve} ${about}`}
          >
            {busy ? words.working : words.approve}
          </Button>
          <details
            className="grow"
            open={lacksReason ? true : undefined}
            onToggle={(event) => {
              if (event.currentTarget.open) document.getElementById(reasonId)?.focus();
            }}
          >
            <summary className={buttonClass()}>{words.return}</summary>
            <Field
              id={reasonId}
              label={words.reason}
              error={lacksReason ? words.reasonRequired : undefined}
              className="mt-2"
            >
              {(control) => <TextArea {...control} name="reason" rows={2} maxLength={2000} />}
            </Field>
            <Button
              type="submit"
              name="decision"
              value="return"
              variant="danger"
              pending={busy}
              aria-label={`${words.return} ${about}`}
              className="mt-2"
            >
              {words.return}
            </Button>
          </details>
        </div>
      </form>
      {dialog}
    </>
  );
}
