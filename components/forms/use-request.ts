"use client";
// Sending without losing the page: a rejected action becomes a message, never the error page.
import { startTransition, useActionState, useState, useTransition } from "react";
import { type RequestFailure, requestFailureOf } from "@/components/forms/request-failure";

/** Runs one request at a time and reports why it failed. */
export function useRequest() {
  const [fault, setFault] = useState<RequestFailure | null>(null);
  const [isBusy, start] = useTransition();
  const send = (run: () => Promise<void>) => {
    if (isBusy) return;
    start(async () => {
      try {
        await run();
        startTransition(() => setFault(null));
      } catch (error) {
        const found = requestFailureOf(error);
        if (found === null) throw error;
        startTransition(() => setFault(found));
      }
    });
  };
  return { fault, isBusy, send };
}

/**
 * A server action of a form: `post` goes into the form's `action`, which works without script; `deliver` is what its
 * submit handler calls.
 */
export function useSubmitAction<A>(
  action: (before: Awaited<A>, form: FormData) => Promise<Awaited<A>>,
  idle: Awaited<A>,
) {
  const [posted, post] = useActionState(action, idle);
  const [answer, setAnswer] = useState(posted);
  const { fault, isBusy, send } = useRequest();
  const deliver = (form: FormData, onAnswer?: (answer: Awaited<A>) => void) =>
    send(async () => {
      const received = await action(answer, form);
      startTransition(() => setAnswer(received));
      onAnswer?.(received);
    });
  return { answer, fault, isBusy, post, deliver };
}
