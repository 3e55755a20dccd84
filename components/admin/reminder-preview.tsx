"use client";
import { useRef } from "react";
import { useFormValues } from "@/components/forms/use-form-values";
import { fillName } from "@/lib/domain/text/fill-name";

interface ReminderPreviewProps {
  readonly title: string;
  /** What is written without a sentence of the office. */
  readonly usual: { readonly intro: string; readonly closing: string };
  readonly stored: { readonly intro: string; readonly closing: string };
  readonly name: string;
  /** What is between the sentences of the office. */
  readonly middle: string;
  /** What always ends it. */
  readonly end: string;
}

/** The mail or message as the typed sentences make it. */
export function ReminderPreview({ title, usual, stored, name, middle, end }: ReminderPreviewProps) {
  const place = useRef<HTMLElement>(null);
  const values = useFormValues(place);
  const textOf = (field: "intro" | "closing") =>
    fillName((values?.[field] ?? stored[field]).trim(), name) || usual[field];
  const text = [textOf("intro"), middle, textOf("closing"), end].filter(Boolean).join("\n\n");
  return (
    <section ref={place} aria-label={title} className="border bg-surface p-3">
      <p className="pb-2 text-sm text-ink-soft">{title}</p>
      <p className="text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>
    </section>
  );
}
