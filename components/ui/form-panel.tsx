"use client";
import { type ReactNode, useRef } from "react";
import { type ButtonVariant, buttonClass } from "@/components/ui/button";

interface FormPanelProps {
  readonly id: string;
  /** The text of the button that opens it, and its accessible name if that says more. */
  readonly button: string;
  readonly label?: string;
  readonly variant?: ButtonVariant;
  readonly title: string;
  /** The text of the button that closes it. */
  readonly close: string;
  readonly children: ReactNode;
}

/**
 * A form at the side of the page, opened by its button. A popover of the browser: it opens without script, closes with
 * Escape, and preserves what was typed. With script its first field gets the focus.
 */
export function FormPanel({ id, button, label, variant, title, close, children }: FormPanelProps) {
  const content = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className={`${buttonClass({ variant, size: "sm" })} shrink-0 whitespace-nowrap print:hidden`}
      >
        {button}
      </button>
      <dialog
        id={id}
        popover="auto"
        aria-label={title}
        onToggle={({ newState }) => {
          if (newState !== "open") return;
          content.current?.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select")?.focus();
        }}
        className="fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-[min(32rem,100vw)] max-w-none content-start gap-4 overflow-y-auto border-l bg-surface p-5 text-left text-base font-normal whitespace-normal text-ink backdrop:bg-black/40 open:grid"
      >
        <div className="flex items-baseline justify-between gap-4">
          <h2>{title}</h2>
          <button type="button" popoverTarget={id} popoverTargetAction="hide" className={buttonClass({ size: "sm" })}>
            {close}
          </button>
        </div>
        <div ref={content} className="grid gap-4">
          {children}
        </div>
      </dialog>
    </>
  );
}
