"use client";
import type { ActionFormWords } from "@/components/forms/action-form";
import type { LinkDelivery } from "@/lib/actions/admin";

export interface OneTimeLinkWords {
  /** With {email} in the place of the address. */
  readonly shown: string;
  readonly note: string;
  readonly mailed: string;
  readonly notMailed: string;
}

/** No "done" message: the note below states the result, and the mail may not have been sent. */
export function doneWords(words: ActionFormWords, handed: LinkDelivery | null): ActionFormWords {
  return handed === null ? words : { ...words, done: "" };
}

/** What became of a one-time link that was just made. */
export function OneTimeLinkNote({
  handed,
  words,
}: {
  readonly handed: LinkDelivery;
  readonly words: OneTimeLinkWords;
}) {
  const about = (text: string) => text.replace("{email}", handed.email);
  if (handed.how === "not-mailed") return <p className="text-notice">{about(words.notMailed)}</p>;
  if (handed.how === "mailed") return <p className="font-bold">{about(words.mailed)}</p>;
  return (
    <div className="grid gap-1">
      <label className="grid gap-1 font-bold">
        {words.shown}
        <input
          readOnly
          value={handed.url}
          onFocus={(event) => event.currentTarget.select()}
          className="w-full border bg-surface px-2 py-2 font-normal"
        />
      </label>
      <p className="text-sm text-ink-soft">{about(words.note)}</p>
    </div>
  );
}
