"use client";
import { type FormEvent, useRef } from "react";
import type { Messages } from "use-intl";
import { BulkStatus, refusedText } from "@/components/forms/bulk-status";
import { useFormSupport } from "@/components/forms/form-support";
import { useSubmitForm } from "@/components/forms/use-submit-form";
import { boxesOf, useTicked } from "@/components/forms/use-ticked";
import { type UndoWords, useUndo } from "@/components/review/use-undo";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { preloadConfirm, useConfirm } from "@/components/ui/use-confirm";
import { type BulkDecisionState, decideUpdatesAction } from "@/lib/actions/updates";
import { formatMessage, type WithCompiled } from "@/lib/i18n/format-message";

/** The checkboxes of the reports reference this form with their form attribute. */
export const BULK_FORM = "bulk-decision";

export type BulkWords = WithCompiled<Messages["review"]["bulk"], "done" | "approve" | "return"> &
  UndoWords & {
    readonly reason: string;
    readonly conflicts: Readonly<Record<string, string>>;
  };

const IDLE: BulkDecisionState = { status: "idle" };

function bulkMessage({ status, done = 0, refused = [] }: BulkDecisionState, words: BulkWords): string | null {
  if (status === "idle") return null;
  if (status === "none") return words.none;
  if (status === "reason") return words.needReason;
  if (status === "signed-out") return words.signedOut;
  const left = refusedText(refused, words.conflicts);
  return [formatMessage(words.done, { count: done }), left && `${words.refused} ${left}`].filter(Boolean).join(" ");
}

interface BulkBarProps {
  readonly words: BulkWords;
  /** Nothing is waiting: only the last result is shown. */
  readonly isIdle: boolean;
}

/** Decides the checked reports. "All without warnings" leaves out reports with a warning. */
export function BulkBar({ words, isIdle }: BulkBarProps) {
  const ref = useRef<HTMLFormElement>(null);
  const form = useSubmitForm(ref, decideUpdatesAction, IDLE);
  const { isBusy } = form;
  const { ask, dialog } = useConfirm();
  const { words: support } = useFormSupport();
  const { ticked, check } = useTicked(BULK_FORM);
  const showDecided = useUndo(words);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!boxesOf(BULK_FORM).some((box) => box.checked)) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    if (isBusy) return;
    const send = () =>
      form.submit(data, (received) => {
        const decided = received.decided ?? [];
        if (decided.length > 0) showDecided(formatMessage(words.done, { count: decided.length }), decided);
      });
    if (submitter?.getAttribute("value") !== "approve") return send();
    const onConfirm = send;
    form.send(() =>
      ask({
        title: words.confirm,
        confirm: formatMessage(words.approve, { count: ticked ?? 0 }),
        cancel: support.cancel,
        onConfirm,
      }),
    );
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
      action={form.formAction}
      onSubmit={submit}
      onInput={form.handleInput}
      onFocus={preloadConfirm}
      aria-label={words.title}
      className={isIdle ? "" : "border-b py-3"}
    >
      <div hidden={isIdle} className="grid gap-2">
        <div className="flex flex-wrap items-center gap-3">
          <strong>{words.title}</strong>
          {choices.map(({ label, choose }) => (
            <Button key={label} size="sm" disabled={ticked === null} onClick={() => check(choose)}>
              {label}
            </Button>
          ))}
          <Button
            type="submit"
            name="decision"
            value="approve"
            variant="primary"
            pending={isBusy}
            disabled={ticked === 0}
          >
            {formatMessage(words.approve, { count: ticked ?? 0 })}
          </Button>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <label htmlFor="bulk-reason">{words.reason}</label>
          <Input id="bulk-reason" name="reason" maxLength={2000} compact fit className="min-w-0 grow" />
          <Button
            type="submit"
            name="decision"
            value="return"
            variant="danger"
            pending={isBusy}
            disabled={ticked === 0}
          >
            {formatMessage(words.return, { count: ticked ?? 0 })}
          </Button>
        </div>
      </div>
      <BulkStatus
        form={form}
        working={words.working}
        hasScript={ticked !== null}
        message={bulkMessage(form.answer, words)}
      />
      {dialog}
    </form>
  );
}
