"use client";
// The answer of a bulk action below its buttons. With script a complete success is a toast instead.
import { SubmitStatus } from "@/components/forms/submit-status";
import type { useSubmitForm } from "@/components/forms/use-submit-form";

interface BulkAnswer {
  readonly status: string;
  /** The entries that were not changed. */
  readonly refused?: readonly unknown[];
}

type BulkForm = Pick<ReturnType<typeof useSubmitForm<BulkAnswer>>, "answer" | "failure" | "isBusy" | "store">;

interface BulkStatusProps {
  readonly form: BulkForm;
  readonly working: string;
  readonly hasScript: boolean;
  readonly message: string | null;
}

export function BulkStatus({ form, working, hasScript, message }: BulkStatusProps) {
  const { answer, failure, isBusy, store } = form;
  // Success only when every ticked entry was changed.
  const isComplete = answer.status === "done" && answer.refused?.length === 0;
  return (
    <SubmitStatus
      isBusy={isBusy}
      working={working}
      failure={failure}
      isSignedOut={answer.status === "signed-out"}
      isSuccess={isComplete}
      store={store}
    >
      {isComplete && hasScript ? null : message}
    </SubmitStatus>
  );
}

/** "NT-T01 The terms have changed", one after the other. */
export function refusedText(
  refused: readonly { readonly code: string; readonly why: string }[],
  conflicts: Readonly<Record<string, string>>,
): string {
  return refused.map(({ code, why }) => `${code} ${conflicts[why] ?? why}`).join("; ");
}
