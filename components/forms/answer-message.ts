// What an answer says to the person who sent the form.
import type { ActionFormWords } from "@/components/forms/action-form";
import type { FormOutcome } from "@/components/forms/use-submit-form";
import type { ActionState } from "@/lib/actions/action-state";
import { formatInstant } from "@/lib/i18n/format-instant";

export function messageOf({ status, errors, conflict }: ActionState, words: ActionFormWords): string | null {
  if (status === "done") return words.done;
  if (status === "signed-out") return words.signedOut;
  if (status === "forbidden" || status === "not-found") return words.gone;
  if (status === "invalid")
    return errors.form === undefined ? words.invalid : (words.errors[errors.form] ?? errors.form);
  if (conflict === null) return null;
  const who = [conflict.by, conflict.at && formatInstant(conflict.at, words.lang)].filter(Boolean).join(" ");
  return [words.conflicts[conflict.why] ?? conflict.why, who && `(${who})`].filter(Boolean).join(" ");
}

export function outcomeOf({ status }: ActionState): FormOutcome {
  return status === "idle" || status === "done" ? status : "refused";
}
