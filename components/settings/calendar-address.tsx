"use client";
import { useState } from "react";
import { SubmitStatus } from "@/components/forms/submit-status";
import { useSubmitAction } from "@/components/forms/use-request";
import { createCalendarTokenAction } from "@/lib/actions/settings";

interface CalendarAddressProps {
  readonly words: Readonly<Record<"make" | "shown" | "address" | "signedOut", string>>;
}

/** Makes the secret address and shows it once. */
export function CalendarAddress({ words }: CalendarAddressProps) {
  const { answer: address, fault, isBusy, post, deliver } = useSubmitAction(createCalendarTokenAction, null);
  const [isSignedOut, setSignedOut] = useState(false);
  return (
    <form
      action={post}
      onSubmit={(event) => {
        event.preventDefault();
        deliver(new FormData(), (made) => setSignedOut(made === null));
      }}
      className="grid gap-2"
    >
      <button type="submit" aria-disabled={isBusy} className="justify-self-start border px-4 py-2">
        {words.make}
      </button>
      <SubmitStatus isBusy={isBusy} fault={fault} isSignedOut={isSignedOut} keep={() => undefined}>
        {isSignedOut && words.signedOut}
      </SubmitStatus>
      <div role="status">
        {address !== null && (
          <label className="grid gap-1">
            {words.shown}
            <input
              readOnly
              aria-label={words.address}
              value={address}
              onFocus={(event) => event.currentTarget.select()}
              className="w-full border bg-surface px-2 py-2"
            />
          </label>
        )}
      </div>
    </form>
  );
}
