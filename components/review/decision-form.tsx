"use client";
import { type FormEvent, type ReactNode, useRef } from "react";
import { SubmitStatus } from "@/components/forms/submit-status";
import { type FormOutcome, useSubmitForm } from "@/components/forms/use-submit-form";
import { useNote } from "@/components/review/decision-notes";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { decideUpdateAction, type ReportState } from "@/lib/actions/updates";
import { formatInstant } from "@/lib/i18n/format-instant";
import type { Language } from "@/lib/i18n/languages";

export interface DecisionWords {
  readonly lang: Language;
  readonly approve: string;
  readonly return: string;
  readonly reason: string;
  readonly working: string;
  readonly gone: string;
  readonly signedOut: string;
  readonly cancel: string;
  readonly reasonRequired: string;
  readonly conflicts: Readonly<Record<string, string>>;
}

interface DecisionFormProps {
  readonly updateId: string;
  readonly version: number;
  /** What the two buttons are about, for a screen reader. */
  readonly about: string;
  /** The question before it is approved, and what is said once it is. */
  readonly question: string;
  readonly approved: string;
  readonly returned: string;
  readonly words: DecisionWords;
  /** What changes when it is approved. */
  readonly children: ReactNode;
}

const IDLE: ReportState = { status: "idle", errors: {}, conflict: null, saved: null };

function messageOf({ status, conflict }: ReportState, words: DecisionWords): string | null {
  if (status === "invalid") return words.reasonRequired;
  if (status === "forbidden" || status === "not-found") return words.gone;
  if (status === "signed-out") return words.signedOut;
  if (status !== "conflict" || conflict === null) return null;
  const who = [conflict.by, conflict.at && formatInstant(conflict.at, words.lang)].filter(Boolean).join(", ");
  return `${words.conflicts[conflict.why] ?? conflict.why}${who === "" ? "" : ` (${who})`}`;
}

function outcomeOf({ status }: ReportState): FormOutcome {
  return status === "idle" || status === "done" ? status : "refused";
}

/** The decision of the report that now stands where the decided one stood. */
function focusNext(form: HTMLFormElement): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>("form[data-decision]")];
  const next = forms[forms.indexOf(form) + 1] ?? forms[forms.indexOf(form) - 1];
  next?.querySelector<HTMLButtonElement>("button")?.focus();
}

/** Approve after seeing what changes, or return with a reason. What was typed as the reason stays after a refusal. */
export function DecisionForm(props: DecisionFormProps) {
  const { updateId, version, about, question, words } = props;
  const [form, dialog] = [useRef<HTMLFormElement>(null), useRef<HTMLDialogElement>(null)];
  const note = useNote();
  const sent = useSubmitForm(form, decideUpdateAction, IDLE, outcomeOf);
  const { answer, fault, isBusy: busy } = sent;
  const message = messageOf(answer, words);
  const errorId = `decision-${updateId}`;
  const send = (decision: "approve" | "return") => {
    if (form.current === null || busy) return;
    const [from, data] = [form.current, new FormData(form.current)];
    data.set("decision", decision);
    sent.deliver(data, ({ status }) => {
      if (status !== "done") return;
      focusNext(from);
      note(decision === "approve" ? props.approved : props.returned);
    });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (submitter?.getAttribute("value") === "return") send("return");
    else dialog.current?.showModal();
  };
  return (
    <>
      <form ref={form} action={sent.post} onSubmit={submit} onInput={sent.follow} data-decision className="grid gap-2">
        <input type="hidden" name="updateId" value={updateId} />
        <input type="hidden" name="version" value={version} />
        <SubmitStatus
          id={errorId}
          isBusy={busy}
          fault={fault}
          isSignedOut={answer.status === "signed-out"}
          keep={sent.keep}
        >
          {message}
        </SubmitStatus>
        <div className="flex flex-wrap items-start gap-3">
          <button
            type="submit"
            name="decision"
            value="approve"
            aria-disabled={busy}
            aria-label={`${words.approve} ${about}`}
            className="border border-accent bg-accent-ground px-4 py-2 font-bold text-accent"
          >
            {busy ? words.working : words.approve}
          </button>
          <details className="grow" open={answer.status === "invalid" ? true : undefined}>
            <summary className="inline-block border px-4 py-2">{words.return}</summary>
            <label className="mt-2 grid gap-1">
              {words.reason}
              <textarea
                name="reason"
                rows={2}
                maxLength={2000}
                aria-describedby={message === null ? undefined : errorId}
                className="w-full border bg-surface px-2 py-2"
              />
            </label>
            <button
              type="submit"
              name="decision"
              value="return"
              aria-disabled={busy}
              aria-label={`${words.return} ${about}`}
              className="mt-2 border px-4 py-2 text-notice"
            >
              {words.return}
            </button>
          </details>
        </div>
      </form>
      <ConfirmDialog
        dialog={dialog}
        title={question}
        confirm={words.approve}
        cancel={words.cancel}
        onConfirm={() => send("approve")}
      >
        {props.children}
      </ConfirmDialog>
    </>
  );
}
