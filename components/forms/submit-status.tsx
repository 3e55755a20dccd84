"use client";
// What became of a sent form, and the way on that keeps its text.
import type { ReactNode } from "react";
import { useFormSupport } from "@/components/forms/form-support";
import type { RequestFailure } from "@/components/forms/request-failure";
import { leaveWithoutWarning } from "@/components/forms/stored-text";

const LOOKS = {
  busy: "text-ink-soft",
  success: "border-l-4 border-success pl-3 font-bold text-success",
  error: "border-l-4 border-notice pl-3 text-notice",
} as const;

interface SubmitStatusProps {
  readonly id?: string;
  readonly isBusy: boolean;
  readonly working?: string;
  readonly fault: RequestFailure | null;
  readonly isSignedOut?: boolean;
  readonly isSuccess?: boolean;
  /** Keeps the text before the page is left. */
  readonly keep: () => void;
  /** The message of the answer. */
  readonly children?: ReactNode;
}

/** The message of a form: success and error look different, and a screen reader reads both. */
export function SubmitStatus({
  id,
  isBusy,
  working,
  fault,
  isSignedOut,
  isSuccess,
  keep,
  children,
}: SubmitStatusProps) {
  const { words } = useFormSupport();
  const look = isBusy ? "busy" : isSuccess && fault === null ? "success" : "error";
  return (
    <div role="status" id={id} className={`empty:hidden ${LOOKS[look]}`}>
      {isBusy && working}
      {!isBusy && (fault === null ? children : <RequestFailureMessage fault={fault} keep={keep} />)}
      {!isBusy && fault === null && isSignedOut && (
        <SignInLink keep={keep} className="block underline">
          {words.signIn}
        </SignInLink>
      )}
    </div>
  );
}

export function RequestFailureMessage({ fault, keep }: { readonly fault: RequestFailure; readonly keep: () => void }) {
  const { words } = useFormSupport();
  const reload = () => {
    keep();
    leaveWithoutWarning(() => window.location.reload());
  };
  return (
    <>
      {words.faults[fault]}
      {fault === "outdated" && (
        <button type="button" onClick={reload} className="mt-1 block border px-3 py-1">
          {words.reload}
        </button>
      )}
    </>
  );
}

/** Pages that are done with once somebody has signed in. */
const NO_RETURN = ["/sign-in", "/setup", "/invite"];

interface SignInLinkProps {
  /** Keeps what was typed until the person is back. */
  readonly keep?: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** To the sign-in page and back to this address with all of its query. Without script it leads to the start page. */
export function SignInLink({ keep, className = "underline", children }: SignInLinkProps) {
  return (
    <a
      href="/sign-in"
      className={className}
      onClick={(event) => {
        keep?.();
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
