"use client";
import { useEffect, useState } from "react";
import { useFormSupport } from "@/components/forms/form-support";
import { readStoredText, removeStoredText } from "@/components/forms/stored-text";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

interface UnsentTextProps {
  readonly textKey: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<"title" | "remove", string>>;
}

/** Text of a form that no longer exists, to be read and copied until it is removed. */
export function UnsentText({ textKey, labels, words }: UnsentTextProps) {
  const { person } = useFormSupport();
  const [lines, setLines] = useState<readonly (readonly [label: string, text: string])[]>([]);
  useEffect(() => {
    const typed = readStoredText(textKey, person)?.typed ?? {};
    const named = Object.entries(typed).map(([name, values]) => [labels[name] ?? name, values.join(", ")] as const);
    setLines(named.filter(([, text]) => text !== ""));
  }, [textKey, person, labels]);
  if (lines.length === 0) return null;
  const remove = () => {
    removeStoredText(textKey);
    setLines([]);
  };
  return (
    <Notice tone="error">
      <h2>{words.title}</h2>
      <dl className="grid gap-2">
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt className="text-sm text-ink-soft">{label}</dt>
            <dd className="whitespace-pre-wrap">{text}</dd>
          </div>
        ))}
      </dl>
      <Button size="sm" onClick={remove}>
        {words.remove}
      </Button>
    </Notice>
  );
}
