"use client";
import { useState } from "react";
import { SubmitStatus } from "@/components/forms/submit-status";
import { useSubmitAction } from "@/components/forms/use-request";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { createCalendarTokenAction } from "@/lib/actions/settings";

interface CalendarAddressProps {
  readonly words: Readonly<Record<"make" | "shown" | "address" | "signedOut", string>>;
}

/** Creates the secret calendar URL and shows it once. */
export function CalendarAddress({ words }: CalendarAddressProps) {
  const { answer: address, failure, isBusy, formAction, submit } = useSubmitAction(createCalendarTokenAction, null);
  const [isSignedOut, setSignedOut] = useState(false);
  return (
    <form
      action={formAction}
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(), (made) => setSignedOut(made === null));
      }}
      className="grid gap-2"
    >
      <Button type="submit" pending={isBusy}>
        {words.make}
      </Button>
      <SubmitStatus isBusy={isBusy} failure={failure} isSignedOut={isSignedOut} store={() => undefined}>
        {isSignedOut && words.signedOut}
      </SubmitStatus>
      <div role="status">
        {address !== null && (
          <Field id="calendar-address" label={words.shown}>
            {(control) => (
              <Input
                {...control}
                readOnly
                aria-label={words.address}
                value={address}
                onFocus={(event) => event.currentTarget.select()}
              />
            )}
          </Field>
        )}
      </div>
    </form>
  );
}
