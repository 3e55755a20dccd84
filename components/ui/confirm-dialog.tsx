"use client";
import * as AlertDialog from "radix-ui/alert-dialog";
import { type ReactNode, useRef, useState } from "react";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { ignoringComposition } from "@/components/ui/ignoring-composition";

export interface ConfirmDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly cancel: string;
  /** `danger` focuses Cancel, so that Enter alone does not confirm. */
  readonly variant?: Exclude<ButtonVariant, "secondary"> | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** What the action changes. */
  readonly children?: ReactNode;
}

/** A confirmation before an irreversible action. Loaded on demand by useConfirm(). */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, confirm, cancel, variant = "primary", onConfirm, onClose, children } = props;
  const confirmButton = useRef<HTMLButtonElement>(null);
  const [opener] = useState(() => document.activeElement);
  return (
    <AlertDialog.Root open onOpenChange={(open) => open || onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-10 bg-black/40" />
        <AlertDialog.Content
          {...(children === undefined && { "aria-describedby": undefined })}
          onOpenAutoFocus={(event) => {
            if (variant === "danger") return;
            event.preventDefault();
            confirmButton.current?.focus();
          }}
          // Radix returns the focus to its own trigger only.
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener instanceof HTMLElement) opener.focus();
          }}
          // Holding down the Enter that opened the dialog must not confirm it.
          onKeyDown={ignoringComposition((event) => {
            if (event.key === "Enter" && event.repeat) event.preventDefault();
          })}
          className="fixed top-1/2 left-1/2 z-10 grid max-h-[90dvh] w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 gap-4 overflow-y-auto border bg-surface p-5"
        >
          <AlertDialog.Title className="text-lg font-bold">{title}</AlertDialog.Title>
          {children !== undefined && (
            <AlertDialog.Description asChild>
              <div className="grid gap-4">{children}</div>
            </AlertDialog.Description>
          )}
          <div className="flex flex-wrap gap-3">
            <AlertDialog.Action asChild onClick={onConfirm}>
              <Button ref={confirmButton} variant={variant}>
                {confirm}
              </Button>
            </AlertDialog.Action>
            <AlertDialog.Cancel asChild>
              <Button>
                {cancel} <span aria-hidden="true">(Esc)</span>
              </Button>
            </AlertDialog.Cancel>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
