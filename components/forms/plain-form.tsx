"use client";
// A form whose action answers with a page, such as choosing the language. A failed request leaves the page in place.
import type { ComponentProps, FormEvent } from "react";
import { requestFailureOf } from "@/components/forms/request-failure";
import { SubmitStatus } from "@/components/forms/submit-status";
import { useRequest } from "@/components/forms/use-request";

export interface PlainFormProps extends Omit<ComponentProps<"form">, "action" | "onSubmit"> {
  readonly action: (form: FormData) => Promise<void>;
  /** Called before the action. */
  readonly onSend?: () => void;
  /** Stores typed text before the page is left. */
  readonly store?: () => void;
  /** Called when the action has led to another page. */
  readonly onRedirect?: () => void;
}

const nothing = () => undefined;

export function PlainForm({ action, onSend, store = nothing, onRedirect, children, ...props }: PlainFormProps) {
  const { failure, isBusy, send } = useRequest();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    onSend?.();
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
    <form {...props} action={action} onSubmit={submit}>
      {children}
      <SubmitStatus isBusy={isBusy} failure={failure} store={store} />
    </form>
  );
}
