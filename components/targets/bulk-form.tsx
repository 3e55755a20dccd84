"use client";
import type { ReactNode } from "react";
import type { Messages } from "use-intl";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { useSubmitContext } from "@/components/forms/submit-context";
import { useTicked } from "@/components/forms/use-ticked";
import { Button } from "@/components/ui/button";
import { changeTargetsAction } from "@/lib/actions/bulk";
import { type ClientMessage, formatMessage } from "@/lib/i18n/format-message";

/** The checkboxes of the rows reference this form with their form attribute. */
export const BULK_FORM = "bulk-targets";

interface BulkWords extends Pick<Messages["bulk"], "all" | "none"> {
  readonly submit: ClientMessage;
  readonly confirm: ClientMessage;
  readonly done: ClientMessage;
}

interface BulkFormProps {
  readonly words: ActionFormWords;
  readonly bulk: BulkWords;
  readonly label: string;
  /** The targets selected when the page opens, before the script counts them. */
  readonly proposed: number;
  /** The fields that apply to all targets. */
  readonly common: ReactNode;
  /** The rows. */
  readonly children: ReactNode;
}

/** One form for many targets: their rows, what applies to all, and the button with the number of selected targets. */
export function BulkForm({ words, bulk, label, proposed, common, children }: BulkFormProps) {
  const { ticked, check } = useTicked(BULK_FORM);
  const count = ticked ?? proposed;
  return (
    <ActionForm
      id={BULK_FORM}
      action={changeTargetsAction}
      words={words}
      label={label}
      confirmation={formatMessage(bulk.confirm, { count })}
      toast={formatMessage(bulk.done, { count })}
    >
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button size="sm" disabled={ticked === null} onClick={() => check(() => true)}>
          {bulk.all}
        </Button>
        <Button size="sm" disabled={ticked === null} onClick={() => check(() => false)}>
          {bulk.none}
        </Button>
      </div>
      {children}
      <div className="grid max-w-3xl gap-3 border-t pt-3 empty:hidden sm:grid-cols-2">{common}</div>
      <div>
        <SubmitButton>{formatMessage(bulk.submit, { count })}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Why the target of this row was not changed. */
export function BulkRowError({ code }: { readonly code: string }) {
  const { answer, words } = useSubmitContext();
  const error = answer.errors[`chosen:${code}`];
  if (error === undefined) return null;
  return (
    <p role="alert" className="text-sm text-notice">
      {words.errors[error] ?? error}
    </p>
  );
}
