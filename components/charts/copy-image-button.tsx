"use client";
import { useState } from "react";

interface CopyImageButtonProps {
  /** The URL of the chart's PNG. */
  readonly href: string;
  readonly words: { readonly copy: string; readonly copied: string; readonly refused: string };
}

/** Copies the chart's picture, as the server draws it for files, to the clipboard. */
export function CopyImageButton({ href, words }: CopyImageButtonProps) {
  const [message, setMessage] = useState("");
  const copy = async () => {
    setMessage("");
    try {
      // Pass the promise without awaiting it: browsers allow writing only during the click.
      const picture = fetch(href).then((answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.blob();
      });
      await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
      setMessage(words.copied);
    } catch {
      setMessage(words.refused);
    }
  };
  return (
    <>
      <button type="button" onClick={copy} className="px-1 py-1 underline">
        {words.copy}
      </button>
      <span role="status">{message}</span>
    </>
  );
}
