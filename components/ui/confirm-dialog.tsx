"use client";
// A question before what cannot be taken back: Enter says yes, Escape no; the page behind waits.
import { type ReactNode, type RefObject, useId } from "react";
import { ignoringComposition } from "@/components/ui/ignoring-composition";

interface ConfirmDialogProps {
  /** `showModal()` asks. */
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly title: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly onConfirm: () => void;
  readonly children: ReactNode;
}

export function ConfirmDialog({ dialog, title, confirm, cancel, onConfirm, children }: ConfirmDialogProps) {
  const titleId = useId();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className="m-auto w-[min(36rem,calc(100vw-2rem))] border bg-surface p-5 text-ink backdrop:bg-black/40"
    >
      <form
        method="dialog"
        className="grid gap-4"
        onSubmit={onConfirm}
        // A key held down answers no second question.
        onKeyDown={ignoringComposition((event) => {
          if (event.key === "Enter" && event.repeat) event.preventDefault();
        })}
      >
        <h2 id={titleId}>{title}</h2>
        {children}
        <div className="flex flex-wrap gap-3">
          <button type="submit" className="border border-accent bg-accent-ground px-4 py-2 font-bold text-accent">
            {confirm} <span aria-hidden="true">(Enter)</span>
          </button>
          <button type="button" onClick={() => dialog.current?.close()} className="border px-4 py-2">
            {cancel} <span aria-hidden="true">(Esc)</span>
          </button>
        </div>
      </form>
    </dialog>
  );
}
