"use client";
// A form whose action answers with a page, such as signing in. A failed request leaves the page and its text in place.
import { type ComponentProps, type FormEvent, useRef } from "react";
import { requestFailureOf } from "@/components/forms/request-failure";
import { SubmitStatus } from "@/components/forms/submit-status";
import { useRequest } from "@/components/forms/use-request";
import { useStoredText } from "@/components/forms/use-stored-text";

interface PlainFormProps extends Omit<ComponentProps<"form">, "action" | "onSubmit" | "ref"> {
  readonly action: (form: FormData) => Promise<void>;
  /** Stores the text, for an answer that shows the same form again. */
  readonly storesText?: boolean;
  /** Called when the action has led to another page. */
  readonly onRedirect?: () => void;
}

export function PlainForm({ action, storesText = false, onRedirect, children, ...props }: PlainFormProps) {
  const ref = useRef<HTMLFormElement>(null);
  const { failure, isBusy, send } = useRequest();
  const { store, handleInput } = useStoredText(ref);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    if (storesText) store();
    send(async () => {
      try {
        await action(form);
      } catch (error) {
        if (requestFailureOf(error) === null) onRedirect?.();
        throw error;
      }
    });
  };
  return (
    <form {...props} ref={ref} action={action} onSubmit={submit} onInput={handleInput}>
      {children}
      <SubmitStatus isBusy={isBusy} failure={failure} store={store} />
    </form>
  );
}
