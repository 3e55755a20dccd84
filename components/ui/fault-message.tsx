"use client";
// What happened to a request, and the way on that keeps the text.
import type { ReactNode } from "react";
import { useFormSupport } from "@/components/ui/form-support";
import { leaveOnPurpose } from "@/components/ui/kept-text";
import type { SendFault } from "@/components/ui/send-fault";

const LOOKS = {
  busy: "text-ink-soft",
  success: "border-l-4 border-success pl-3 font-bold text-success",
  error: "border-l-4 border-notice pl-3 text-notice",
} as const;

/** A message of a form: success and error look different, and a screen reader reads both. */
export function FormNote({ tone, children }: { readonly tone: keyof typeof LOOKS; readonly children: ReactNode }) {
  return (
    <div role="status" className={`empty:hidden ${LOOKS[tone]}`}>
      {children}
    </div>
  );
}

const BUTTON = "mt-1 block border px-3 py-1";

export function FaultMessage({ fault, keep }: { readonly fault: SendFault; readonly keep?: () => void }) {
  const { words } = useFormSupport();
  const reload = () => {
    keep?.();
    leaveOnPurpose(() => window.location.reload());
  };
  return (
    <>
      {words.faults[fault]}
      {fault === "outdated" && (
        <button type="button" onClick={reload} className={BUTTON}>
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
        if (!event.ctrlKey && !event.metaKey) leaveOnPurpose(() => undefined);
      }}
    >
      {children}
    </a>
  );
}
