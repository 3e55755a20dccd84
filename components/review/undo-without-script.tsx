import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/forms/plain-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { undoDecisionsAndReturnAction } from "@/lib/actions/updates";
import { UNDO_SECONDS } from "@/lib/domain/updates/workflow";
import type { UndoableDecisions } from "@/lib/views/update";

/** As many codes as fit a line. */
const MOST_CODES = 5;

interface UndoWithoutScriptProps {
  readonly undoable: readonly UndoableDecisions[];
  /** Whether the last undo succeeded; null if there was none. */
  readonly isUndone: boolean | null;
}

/** The undo of the last decisions for a page without script; with script a message offers it. */
export function UndoWithoutScript({ undoable, isUndone }: UndoWithoutScriptProps) {
  const t = useTranslations("review");
  return (
    <div className="hidden gap-3 py-2 noscript:grid">
      {isUndone !== null && (
        <Notice role="status" tone={isUndone ? "accent" : "error"}>
          {t(isUndone ? "undone" : "undoFailed")}
        </Notice>
      )}
      {undoable.map(({ codes, decided }) => (
        <PlainForm
          key={decided.join()}
          action={undoDecisionsAndReturnAction}
          className="flex flex-wrap items-center gap-3"
        >
          {decided.map((one) => (
            <input key={one} type="hidden" name="decided" value={one} />
          ))}
          <span>
            {t("justDecided", {
              count: codes.length,
              codes: codes.slice(0, MOST_CODES).join(" "),
              seconds: UNDO_SECONDS,
            })}
          </span>
          <Button type="submit" size="sm">
            {t("undo")}
          </Button>
        </PlainForm>
      ))}
    </div>
  );
}
