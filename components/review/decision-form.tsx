"use client";
import { useActionState, useRef } from "react";
import { decideReport, type FormAnswer } from "@/lib/actions/updates";
import { formatInstant } from "@/lib/i18n/format-instant";
import type { Language } from "@/lib/i18n/languages";

export interface DecisionWords {
  readonly lang: Language;
  readonly approve: string;
  readonly return: string;
  readonly reason: string;
  readonly working: string;
  readonly gone: string;
  readonly signedOut: string;
  readonly reasonRequired: string;
  readonly conflicts: Readonly<Record<string, string>>;
}

interface DecisionFormProps {
  readonly updateId: string;
  readonly version: number;
  /** What the two buttons are about, for a screen reader. */
  readonly about: string;
  readonly words: DecisionWords;
}

const IDLE: FormAnswer = { status: "idle", errors: {}, conflict: null, saved: null };

function messageOf({ status, conflict }: FormAnswer, words: DecisionWords): string | null {
  if (status === "invalid") return words.reasonRequired;
  if (status === "forbidden" || status === "not-found") return words.gone;
  if (status === "signed-out") return words.signedOut;
  if (status !== "conflict" || conflict === null) return null;
  const who = [conflict.by, conflict.at && formatInstant(conflict.at, words.lang)].filter(Boolean).join(", ");
  return `${words.conflicts[conflict.why] ?? conflict.why}${who === "" ? "" : ` (${who})`}`;
}

/** Approve, or return with a reason. What was typed as the reason stays after a refusal. */
export function DecisionForm({ updateId, version, about, words }: DecisionFormProps) {
  const reason = useRef("");
  const [answer, decide, busy] = useActionState(decideReport, IDLE);
  const message = messageOf(answer, words);
  const errorId = `decision-${updateId}`;
  return (
    <form action={decide} className="grid gap-2">
      <input type="hidden" name="updateId" value={updateId} />
      <input type="hidden" name="version" value={version} />
      <div role="status" id={errorId} className="text-notice">
        {message}
      </div>
      <div className="flex flex-wrap items-start gap-3">
        <button
          type="submit"
          name="decision"
          value="approve"
          disabled={busy}
          aria-label={`${words.approve} ${about}`}
          className="border border-accent bg-accent-ground px-4 py-2 font-bold text-accent disabled:opacity-60"
        >
          {busy ? words.working : words.approve}
        </button>
        <details className="grow" open={answer.status === "invalid" ? true : undefined}>
          <summary className="inline-block border px-4 py-2">{words.return}</summary>
          <label className="mt-2 grid gap-1">
            {words.reason}
            <textarea
              name="reason"
              rows={2}
              maxLength={2000}
              defaultValue={reason.current}
              onChange={(event) => {
                reason.current = event.currentTarget.value;
              }}
              aria-describedby={message === null ? undefined : errorId}
              className="w-full border bg-surface px-2 py-2"
            />
          </label>
          <button
            type="submit"
            name="decision"
            value="return"
            disabled={busy}
            aria-label={`${words.return} ${about}`}
            className="mt-2 border px-4 py-2 text-notice disabled:opacity-60"
          >
            {words.return}
          </button>
        </details>
      </div>
    </form>
  );
}
