"use client";
// The result of a submitted form, and what to do next without losing its text.
import type { ReactNode } from "react";
import { useFormSupport } from "@/components/forms/form-support";
import type { RequestFailure } from "@/components/forms/request-failure";
import { leaveWithoutWarning } from "@/components/forms/stored-text";
import { Button } from "@/components/ui/button";

const LOOKS = {
  busy: "text-ink-soft",
  success: "border-l-4 border-ink pl-3 font-bold",
  error: "border-l-4 border-notice pl-3 text-notice",
} as const;

interface SubmitStatusProps {
  readonly id?: string;
  readonly isBusy: boolean;
  readonly working?: string;
  readonly failure: RequestFailure | null;
  readonly isSignedOut?: boolean;
  readonly isSuccess?: boolean;
  /** Stores the text before the page is left. */
  readonly store: () => void;
  /** The message of the answer. */
  readonly children?: ReactNode;
}

/** Success and error look different, and a screen reader announces both. */
export function SubmitStatus({
  id,
  isBusy,
  working,
  failure,
  isSignedOut,
  isSuccess,
  store,
  children,
}: SubmitStatusProps) {
  const { words } = useFormSupport();
  const look = isBusy ? "busy" : isSuccess && failure === null ? "success" : "error";
  return (
    <div role="status" id={id} className={`empty:hidden ${LOOKS[look]}`}>
      {isBusy && working}
      {!isBusy && (failure === null ? children : <RequestFailureMessage failure={failure} store={store} />)}
      {!isBusy && failure === null && isSignedOut && (
        <SignInLink store={store} className="block underline">
          {words.signIn}
        </SignInLink>
      )}
    </div>
  );
}

export function RequestFailureMessage({
  failure,
  store,
}: {
  readonly failure: RequestFailure;
  readonly store: () => void;
}) {
  const { words } = useFormSupport();
  const reload = () => {
    store();
    leaveWithoutWarning(() => window.location.reload());
  };
  return (
    <>
      {words.faults[failure]}
      {failure === "outdated" && (
        <Button size="sm" onClick={reload} className="mt-1 flex">
          {words.reload}
        </Button>
      )}
    </>
  );
}

/** From these pages sign-in leads to the own desk. */
const NO_RETURN = ["/", "/sign-in", "/setup", "/invite"];

interface SignInLinkProps {
  /** Stores typed text until the user is back. */
  readonly store?: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Leads to the sign-in page and back to this URL, including its query. Without script it leads to the own desk. */
export function SignInLink({ store, className = "underline", children }: SignInLinkProps) {
  return (
    <a
      href="/sign-in"
      className={className}
      onClick={(event) => {
        store?.();
        const { pathname, search } = window.location;
        if (!NO_RETURN.includes(pathname))
          event.currentTarget.href = `/sign-in?next=${encodeURIComponent(pathname + search)}`;
        if (!event.ctrlKey && !event.metaKey) leaveWithoutWarning(() => undefined);
      }}
    >
      {children}
    </a>
  );
}
