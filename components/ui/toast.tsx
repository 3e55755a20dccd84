"use client";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";

/** What can be done about the message, for as long as it is offered. */
interface ToastAction {
  readonly label: string;
  readonly seconds: number;
  readonly run: () => void;
}

interface Message {
  readonly text: string;
  readonly action?: ToastAction | undefined;
}

type ShowToast = (text: string, action?: ToastAction) => void;

const ToastContext = createContext<ShowToast>(() => undefined);

export function useToast(): ShowToast {
  return useContext(ToastContext);
}

/** Counts down and disappears; the message stays. The count is not announced every second. */
function ActionButton({ action }: { readonly action: ToastAction }) {
  const [left, setLeft] = useState(action.seconds);
  useEffect(() => {
    setLeft(action.seconds);
    const timer = setInterval(() => setLeft((before) => before - 1), 1000);
    return () => clearInterval(timer);
  }, [action]);
  if (left <= 0) return null;
  return (
    <button type="button" onClick={action.run} className="min-h-11 shrink-0 px-2 font-bold underline tabular-nums">
      {action.label} <span aria-hidden="true">{left}</span>
    </button>
  );
}

/**
 * A message that outlives the entry it is about. It stays until the next one or until the user closes it: readers who
 * need time miss a message that disappears by itself.
 */
export function ToastProvider({ close, children }: { readonly close: string; readonly children: ReactNode }) {
  const [{ text, action }, setMessage] = useState<Message>({ text: "" });
  const show = useCallback<ShowToast>((next, nextAction) => setMessage({ text: next, action: nextAction }), []);
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        className="fixed inset-x-4 bottom-4 z-10 mx-auto flex max-w-xl items-center gap-3 border-2 border-ink-soft bg-surface px-4 py-2 empty:hidden print:hidden"
      >
        {text !== "" && (
          <>
            <p className="grow font-bold">{text}</p>
            {action !== undefined && <ActionButton action={action} />}
            <button
              type="button"
              aria-label={close}
              onClick={() => setMessage({ text: "" })}
              className="size-11 shrink-0"
            >
              ×
            </button>
          </>
        )}
      </div>
    </ToastContext>
  );
}
