"use client";
import { type ComponentType, type ReactNode, useState } from "react";
import type { ConfirmDialogProps } from "@/components/ui/confirm-dialog";

type Question = Omit<ConfirmDialogProps, "onClose">;

const load = () => import("@/components/ui/confirm-dialog").then((module) => module.ConfirmDialog);

/** Fetches the dialog before it is needed, for example when a form receives the focus. */
export function preloadConfirm(): void {
  load().catch(() => undefined);
}

/** The confirmation dialog, loaded on first use so that it does not slow down the page load. */
export function useConfirm(): { ask: (question: Question) => Promise<void>; dialog: ReactNode } {
  const [Dialog, setDialog] = useState<ComponentType<ConfirmDialogProps> | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  /** Rejects when the dialog cannot be fetched; nothing has been confirmed then. */
  const ask = async (next: Question) => {
    const loaded = await load();
    setDialog(() => loaded);
    setQuestion(next);
  };
  const dialog = Dialog !== null && question !== null && <Dialog {...question} onClose={() => setQuestion(null)} />;
  return { ask, dialog };
}
