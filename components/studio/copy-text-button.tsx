"use client";
import { useState } from "react";

interface CopyTextButtonProps {
  readonly text: string;
  readonly words: { readonly copy: string; readonly copied: string; readonly refused: string };
}

/** Copies a link or a code. Hidden without script: the text is on the page. */
export function CopyTextButton({ text, words }: CopyTextButtonProps) {
  // What was copied last, so that a changed chart is not stated to be copied.
  const [done, setDone] = useState<{ readonly text: string; readonly message: string } | null>(null);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setDone({ text, message: words.copied }),
      () => setDone({ text, message: words.refused }),
    );
  };
  return (
    <>
      <button type="button" onClick={copy} className="needs-script px-1 py-1 underline">
        {words.copy}
      </button>
      <span role="status" className="empty:hidden">
        {done?.text === text ? done.message : ""}
      </span>
    </>
  );
}
