"use client";
// A passage that is selected in the text becomes a proposal. By keyboard: "Add a proposal" under each paragraph.
import { useEffect, useState } from "react";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { addProposalAction } from "@/lib/actions/sources";

interface SelectionBarProps {
  readonly source: string;
  readonly words: ActionFormWords;
  readonly label: string;
  readonly button: string;
}

interface Passage {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

/** The offset in the document; null outside its text. */
function offsetOf(node: Node | null, offset: number): { readonly paragraph: Element; readonly at: number } | null {
  const run = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>("[data-at]");
  const paragraph = run?.closest("[data-paragraph]");
  if (run == null || paragraph == null) return null;
  return { paragraph, at: Number(run.dataset.at) + (node instanceof Text ? offset : 0) };
}

function selectedPassage(): Passage | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null || start.paragraph !== end.paragraph || start.at >= end.at) return null;
  return { at: start.at, end: end.at, text: selection.toString() };
}

export function SelectionBar({ source, words, label, button }: SelectionBarProps) {
  const [passage, setPassage] = useState<Passage | null>(null);
  useEffect(() => {
    const read = () => {
      const found = selectedPassage();
      // Pressing the button must not lose the passage.
      if (found !== null || document.activeElement?.closest("[data-selection-bar]") == null) setPassage(found);
    };
    document.addEventListener("selectionchange", read);
    return () => document.removeEventListener("selectionchange", read);
  }, []);
  if (passage === null) return null;
  return (
    <aside
      data-selection-bar
      aria-label={label}
      className="sticky bottom-0 grid gap-2 border bg-surface p-3 print:hidden"
      onMouseDown={(event) => event.preventDefault()}
    >
      <p className="line-clamp-2 text-sm text-ink-soft">{passage.text}</p>
      <ActionForm action={addProposalAction} words={words}>
        <input type="hidden" name="source" value={source} />
        <input type="hidden" name="passage" value={`${passage.at}-${passage.end}`} />
        <SubmitButton>{button}</SubmitButton>
      </ActionForm>
    </aside>
  );
}
