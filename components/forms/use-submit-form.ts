"use client";
// A form around a server action: its answer, why a request failed, and its text, stored until an answer accepts it.
import { type RefObject, useEffect } from "react";
import { useSubmitAction } from "@/components/forms/use-request";
import { useStoredText } from "@/components/forms/use-stored-text";

type Outcome = "idle" | "done" | "rejected";

function outcomeOf(status: string): Outcome {
  return status === "idle" || status === "done" ? status : "rejected";
}

export function useSubmitForm<A extends { readonly status: string }>(
  ref: RefObject<HTMLFormElement | null>,
  action: (before: Awaited<A>, form: FormData) => Promise<Awaited<A>>,
  idle: Awaited<A>,
) {
  const request = useSubmitAction(action, idle);
  const text = useStoredText(ref);
  const { answer, failure } = request;
  const outcome = failure === null ? outcomeOf(answer.status) : "rejected";
  // Depends on the answer too: two rejections in a row have the same outcome.
  useEffect(() => {
    if (outcome === "rejected") text.store();
    if (outcome === "done") text.markSaved();
  }, [answer, outcome]);
  const submit: typeof request.submit = (form, onAnswer) => {
    text.markSubmitting();
    request.submit(form, (received) => {
      // At once: the refreshed page may replace this form with a new one, which would restore the submitted text.
      if (received.status === "done") text.markSaved();
      onAnswer?.(received);
    });
  };
  return { ...request, ...text, submit };
}
