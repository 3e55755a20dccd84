"use client";
import { useRouter } from "next/navigation";
import { useToast } from "@/components/ui/toast";
import { undoDecisionsAction } from "@/lib/actions/updates";
import { UNDO_SECONDS } from "@/lib/domain/updates/workflow";

export interface UndoWords {
  readonly undo: string;
  readonly undone: string;
  readonly undoFailed: string;
}

/** Shows that decisions were taken, with their undo for as long as it is offered. */
export function useUndo({ undo, undone, undoFailed }: UndoWords) {
  const showToast = useToast();
  const router = useRouter();
  return (text: string, decided: readonly string[]) => {
    const run = async () => {
      const form = new FormData();
      for (const one of decided) form.append("decided", one);
      const isUndone = await undoDecisionsAction(form).then(
        ({ status }) => status === "done",
        () => false,
      );
      showToast(isUndone ? undone : undoFailed);
      router.refresh();
    };
    showToast(text, { label: undo, seconds: UNDO_SECONDS, run });
  };
}
