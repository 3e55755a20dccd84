"use client";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

type ShowToast = (text: string) => void;

const ToastContext = createContext<ShowToast>(() => undefined);

export function useToast(): ShowToast {
  return useContext(ToastContext);
}

/**
 * A message that outlives the entry it is about. It stays until the next one or until the user closes it: readers who
 * need time miss a message that disappears by itself.
 */
export function ToastProvider({ close, children }: { readonly close: string; readonly children: ReactNode }) {
  const [text, setText] = useState("");
  const show = useCallback<ShowToast>((next) => setText(next), []);
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        className="fixed inset-x-4 bottom-4 z-10 mx-auto flex max-w-xl items-center gap-3 border-2 border-success bg-surface px-4 py-2 empty:hidden print:hidden"
      >
        {text !== "" && (
          <>
            <p className="grow font-bold text-success">{text}</p>
            <button type="button" aria-label={close} onClick={() => setText("")} className="size-11 shrink-0">
              ×
            </button>
          </>
        )}
      </div>
    </ToastContext>
  );
}
