import type { ReactNode } from "react";
import { languageOfText } from "@/lib/i18n/language-of-text";

interface TypedTextProps {
  readonly text: string;
  readonly as?: "p" | "dd" | "span";
  readonly className?: string;
}

/** A text that a person typed: with its own lines, and in its own language whatever that of the page. */
export function TypedText({ text, as: Tag = "p", className = "" }: TypedTextProps): ReactNode {
  return (
    <Tag lang={languageOfText(text)} className={`whitespace-pre-wrap ${className}`}>
      {text}
    </Tag>
  );
}
