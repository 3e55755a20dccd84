"use client";
import { useActionState } from "react";
import { makeCalendar } from "@/lib/actions/settings";

interface CalendarAddressProps {
  readonly words: { readonly make: string; readonly shown: string; readonly address: string };
}

/** Makes the secret address and shows it once. */
export function CalendarAddress({ words }: CalendarAddressProps) {
  const [address, make, isBusy] = useActionState(makeCalendar, null);
  return (
    <form action={make} className="grid gap-2">
      <button type="submit" aria-disabled={isBusy} className="justify-self-start border px-4 py-2">
        {words.make}
      </button>
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
