"use client";
import { type FormEvent, useRef, useState } from "react";
import { SubmitStatus } from "@/components/forms/submit-status";
import { type FormOutcome, useSubmitForm } from "@/components/forms/use-submit-form";
import { type BulkDecisionState, decideUpdatesAction } from "@/lib/actions/updates";

/** The boxes beside the reports belong to this form, wherever they stand on the page. */
export const BULK_FORM = "bulk-decision";

export interface BulkWords {
  readonly title: string;
  readonly allUsual: string;
  readonly all: string;
  readonly clear: string;
  readonly approve: string;
  readonly return: string;
  readonly reason: string;
  readonly confirm: string;
  readonly none: string;
  readonly needReason: string;
  readonly signedOut: string;
  readonly working: string;
  readonly done: string;
  readonly refused: string;
  readonly conflicts: Readonly<Record<string, string>>;
}

const IDLE: BulkDecisionState = { status: "idle", done: 0, refused: [] };

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[form="${BULK_FORM}"][type="checkbox"]`)];
}

function tick(choose: (box: HTMLInputElement) => boolean): void {
  for (const box of boxes()) box.checked = choose(box);
}

function messageOf({ status, done, refused }: BulkDecisionState, words: BulkWords): string | null {
  if (status === "idle") return null;
  if (status === "none") return words.none;
  if (status === "reason") return words.needReason;
  if (status === "signed-out") return words.signedOut;
  const left = refused.map(({ code, why }) => `${code} ${words.conflicts[why] ?? why}`).join("; ");
  return [words.done.replace("{count}", String(done)), left && `${words.refused} ${left}`].filter(Boolean).join(" ");
}

function outcomeOf({ status }: BulkDecisionState): FormOutcome {
  return status === "idle" || status === "done" ? status : "refused";
}

interface BulkBarProps {
  readonly words: BulkWords;
  /** Nothing waits: only what was done last is said. */
  readonly isIdle: boolean;
}

/** Decides what is ticked. Reports with a mark are not taken along by "all without a mark". */
export function BulkBar({ words, isIdle }: BulkBarProps) {
  const ref = useRef<HTMLFormElement>(null);
  const sent = useSubmitForm(ref, decideUpdatesAction, IDLE, outcomeOf);
  const { answer, fault, isBusy } = sent;
  const [hasNone, setHasNone] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = boxes().some((box) => box.checked);
    setHasNone(!chosen);
    if (!chosen) return boxes()[0]?.focus();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const approves = submitter?.getAttribute("value") === "approve";
    if (isBusy || (approves && !window.confirm(words.confirm))) return;
    sent.deliver(new FormData(event.currentTarget, submitter));
  };
  const choices = [
    { label: words.allUsual, choose: (box: HTMLInputElement) => box.dataset.unusual !== "true" },
    { label: words.all, choose: () => true },
    { label: words.clear, choose: () => false },
  ];
  return (
    <form
      ref={ref}
      id={BULK_FORM}
      action={sent.post}
      onSubmit={submit}
      onInput={sent.follow}
      aria-label={words.title}
      className="border-b py-3"
    >
      <div hidden={isIdle} className="grid gap-2">
        <div className="flex flex-wrap items-center gap-3">
          <strong>{words.title}</strong>
          {choices.map(({ label, choose }) => (
            <button key={label} type="button" onClick={() => tick(choose)} className="border px-3 py-1">
              {label}
            </button>
          ))}
          <button
            type="submit"
            name="decision"
            value="approve"
            aria-disabled={isBusy}
            className="border border-accent px-4 py-1 font-bold text-accent"
          >
            {words.approve}
          </button>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <label className="flex grow items-center gap-2">
            {words.reason}
            <input name="reason" maxLength={2000} className="min-w-0 grow border bg-surface px-2 py-1" />
          </label>
          <button
            type="submit"
            name="decision"
            value="return"
            aria-disabled={isBusy}
            className="border px-4 py-1 text-notice"
          >
            {words.return}
          </button>
        </div>
      </div>
      <SubmitStatus
        isBusy={isBusy}
        working={words.working}
        fault={hasNone ? null : fault}
        isSignedOut={!hasNone && answer.status === "signed-out"}
        // Green only when everything chosen was decided.
        isSuccess={!hasNone && answer.status === "done" && answer.refused.length === 0}
        keep={sent.keep}
      >
        {hasNone ? words.none : messageOf(answer, words)}
      </SubmitStatus>
    </form>
  );
}
