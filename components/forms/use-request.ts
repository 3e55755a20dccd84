"use client";
// Requests that never replace the page: a failed server action becomes a message, not the error page.
import { startTransition, useActionState, useState, useTransition } from "react";
import { type RequestFailure, requestFailureOf } from "@/components/forms/request-failure";

/** Runs one request at a time and reports why it failed. */
export function useRequest() {
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const [isBusy, start] = useTransition();
  const send = (run: () => Promise<void>) => {
    if (isBusy) return;
    start(async () => {
      try {
        await run();
        startTransition(() => setFailure(null));
      } catch (error) {
        const found = requestFailureOf(error);
        if (found === null) throw error;
        startTransition(() => setFailure(found));
      }
    });
  };
  return { failure, isBusy, send };
}

/**
 * A server action of a form: `formAction` goes into the form's `action`, which works without script; its submit
 * handler calls `submit`.
 */
export function useSubmitAction<A>(
  action: (before: Awaited<A>, form: FormData) => Promise<Awaited<A>>,
  idle: Awaited<A>,
) {
  const [posted, formAction] = useActionState(action, idle);
  const [answer, setAnswer] = useState(posted);
  const { failure, isBusy, send } = useRequest();
  const submit = (form: FormData, onAnswer?: (answer: Awaited<A>) => void) =>
    send(async () => {
      const received = await action(answer, form);
      startTransition(() => setAnswer(received));
      onAnswer?.(received);
    });
  return { answer, failure, isBusy, formAction, submit, send };
}
