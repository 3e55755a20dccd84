import type { Messages } from "use-intl";
import type { ActionState } from "@/lib/actions/action-state";
import { formatInstant } from "@/lib/i18n/format-instant";
import type { Language } from "@/lib/i18n/languages";

/** A success without text has no message. */
export type AnswerWords = Pick<Messages["form"], "invalid" | "gone" | "signedOut"> &
  Readonly<Partial<Record<"done" | "saved" | "submitted", string | undefined>>> &
  Readonly<Record<"conflicts" | "errors", Readonly<Record<string, string>>>> & { readonly lang: Language };

type AnyAnswer = Pick<ActionState, "errors" | "conflict"> & {
  readonly status: ActionState["status"] | "saved" | "submitted";
};

/** The text for an answer; null when there is nothing to report. */
export function answerMessage({ status, errors, conflict }: AnyAnswer, words: AnswerWords): string | null {
  if (status === "idle") return null;
  if (status === "done" || status === "saved" || status === "submitted") return words[status] ?? null;
  if (status === "signed-out") return words.signedOut;
  if (status === "forbidden" || status === "not-found") return words.gone;
  if (status === "invalid")
    return errors.form === undefined ? words.invalid : (words.errors[errors.form] ?? errors.form);
  if (conflict === null) return null;
  const who = [conflict.by, conflict.at && formatInstant(conflict.at, words.lang)].filter(Boolean).join(" ");
  return [words.conflicts[conflict.why] ?? conflict.why, who && `(${who})`].filter(Boolean).join(" ");
}
