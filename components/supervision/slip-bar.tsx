"use client";
import { type FormEvent, useRef } from "react";
import type { Messages } from "use-intl";
import { BulkStatus, refusedText } from "@/components/forms/bulk-status";
import { useFormSupport } from "@/components/forms/form-support";
import { useSubmitForm } from "@/components/forms/use-submit-form";
import { boxesOf, useTicked } from "@/components/forms/use-ticked";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { preloadConfirm, useConfirm } from "@/components/ui/use-confirm";
import { type BulkSlipState, sendSlipsAction } from "@/lib/actions/instructions";
import { formatMessage, type WithCompiled } from "@/lib/i18n/format-message";

/** The checkboxes of the rows reference this form with their form attribute. */
export const SLIP_FORM = "bulk-slips";

export type SlipWords = WithCompiled<Messages["supervision"]["bulk"], "send" | "confirm" | "done">;

const IDLE: BulkSlipState = { status: "idle" };

function slipMessage(answer: BulkSlipState, words: SlipWords): string | null {
  const { status, done = 0 } = answer;
  if (status === "idle") return null;
  if (status === "none") return words.none;
  if (status === "signed-out") return words.signedOut;
  const left = refusedText(answer.refused ?? [], words.conflicts);
  return [formatMessage(words.done, { count: done }), left && `${words.refused} ${left}`].filter(Boolean).join(" ");
}

/** Sends the slips of the ticked rows, after a confirmation. */
export function SlipBar({ words }: { readonly words: SlipWords }) {
  const ref = useRef<HTMLFormElement>(null);
  const form = useSubmitForm(ref, sendSlipsAction, IDLE);
  const { isBusy } = form;
  const { ask, dialog } = useConfirm();
  const { words: support } = useFormSupport();
  const { ticked, check } = useTicked(SLIP_FORM);
  const showToast = useToast();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const count = boxesOf(SLIP_FORM).filter((box) => box.checked).length;
    if (count === 0 || isBusy) return;
    const data = new FormData(event.currentTarget);
    const onConfirm = () =>
      form.submit(data, (received) => {
        if (received.status === "done") showToast(formatMessage(words.done, { count: received.done ?? 0 }));
      });
    form.send(() =>
      ask({
        title: formatMessage(words.confirm, { count }),
        confirm: formatMessage(words.send, { count }),
        cancel: support.cancel,
        onConfirm,
      }),
    );
  };
  return (
    <form
      ref={ref}
      id={SLIP_FORM}
      action={form.formAction}
      onSubmit={submit}
      onFocus={preloadConfirm}
      aria-label={words.title}
      className="grid gap-2 print:hidden"
    >
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" disabled={ticked === null} onClick={() => check(() => true)}>
          {words.all}
        </Button>
        <Button size="sm" disabled={ticked === null} onClick={() => check(() => false)}>
          {words.clear}
        </Button>
        <Button type="submit" size="sm" variant="primary" pending={isBusy} disabled={ticked === 0}>
          {formatMessage(words.send, { count: ticked ?? 0 })}
        </Button>
      </div>
      <BulkStatus
        form={form}
        working={words.working}
        hasScript={ticked !== null}
        message={slipMessage(form.answer, words)}
      />
      {dialog}
    </form>
  );
}
