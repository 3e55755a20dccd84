"use client";
// A form around a server action: its answer, why a request failed, and its text kept until an answer accepts it.
import { type RefObject, useEffect } from "react";
import { useSubmitAction } from "@/components/forms/use-request";
import { useStoredText } from "@/components/forms/use-stored-text";

export type FormOutcome = "idle" | "done" | "refused";

export function useSubmitForm<A>(
  ref: RefObject<HTMLFormElement | null>,
  action: (before: Awaited<A>, form: FormData) => Promise<Awaited<A>>,
  idle: Awaited<A>,
  outcomeOf: (answer: Awaited<A>) => FormOutcome,
) {
  const sent = useSubmitAction(action, idle);
  const kept = useStoredText(ref);
  const { answer, fault } = sent;
  const outcome = fault === null ? outcomeOf(answer) : "refused";
  // Once for each answer: two refusals in a row look the same.
  useEffect(() => {
    if (outcome === "refused") kept.keep();
    if (outcome === "done") kept.settle();
  }, [answer, outcome]);
  const deliver: typeof sent.deliver = (form, onAnswer) => {
    kept.markSent();
    sent.deliver(form, (received) => {
      // At once: the refreshed page may put a new form in place of this one, which would bring the sent text back.
      if (outcomeOf(received) === "done") kept.settle();
      onAnswer?.(received);
    });
  };
  return { ...sent, ...kept, deliver, outcome };
}
