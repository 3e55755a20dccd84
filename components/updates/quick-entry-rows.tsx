"use client";
import { type ClipboardEvent, type RefObject, useCallback, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { isBlock, pastedCells } from "@/components/ui/pasted-cells";
import { type EntryField, fieldsOf, type PastePlan, planPaste } from "@/components/updates/plan-paste";
import { type EntryRow, type EntryWords, QuickEntryRow } from "@/components/updates/quick-entry-row";
import type { Send } from "@/components/updates/use-row-submit";
import { formatMessage } from "@/lib/i18n/format-message";

interface QuickEntryRowsProps {
  readonly rows: readonly EntryRow[];
  readonly words: EntryWords;
}

type Field = HTMLInputElement | HTMLSelectElement;

interface Pasted extends PastePlan {
  /** The previous text of each field, for undo. */
  readonly before: readonly { readonly field: Field; readonly text: string }[];
}

function fieldIn(list: HTMLElement | null, code: string, name: string): Field | null {
  return list?.querySelector<Field>(`form[data-entry="${CSS.escape(code)}"] [name="${name}"]`) ?? null;
}

/** Sets the text as if typed, so that the row shows how it is parsed. */
function write(field: Field, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** A pasted block: filled into the fields, saved only after confirmation. */
function usePastedBlock(rows: readonly EntryRow[], words: EntryWords) {
  const list = useRef<HTMLUListElement>(null);
  const bar = useRef<HTMLButtonElement>(null);
  const [pasted, setPasted] = useState<Pasted | null>(null);

  const onPaste = (event: ClipboardEvent<HTMLUListElement>) => {
    const cells = pastedCells(event.clipboardData.getData("text/plain"));
    const input = event.target as Field;
    const code = input.form?.dataset.entry;
    const row = rows.find((one) => one.code === code);
    if (row === undefined || input.name === "note" || !isBlock(cells)) return;
    if (!fieldsOf(row.kind).includes(input.name as EntryField)) return;
    event.preventDefault();
    event.stopPropagation();
    const isDone = (one: EntryRow) =>
      list.current?.querySelector(`form[data-entry="${CSS.escape(one.code)}"] button:disabled`) != null;
    const places = rows.filter(({ kind }) => kind !== "milestone").map((one) => ({ ...one, isDone: isDone(one) }));
    const plan = planPaste(places, { code: row.code, field: input.name as EntryField }, cells, words);
    const filled = plan.fills.flatMap(({ code: at, field: name, text }) => {
      const field = fieldIn(list.current, at, name);
      return field === null ? [] : [{ field, text }];
    });
    // A second block before the first is saved: undo restores the state before both.
    const known = pasted?.before ?? [];
    const before = [...known, ...filled.map(({ field }) => ({ field, text: field.value }))];
    for (const { field, text } of filled) write(field, text);
    const fills = [
      ...(pasted?.fills ?? []).filter((old) => !plan.fills.some((one) => isSamePlace(one, old))),
      ...plan.fills,
    ];
    setPasted({ fills, unplaced: [...(pasted?.unplaced ?? []), ...plan.unplaced], before });
    requestAnimationFrame(() => bar.current?.focus());
  };
  const undo = () => {
    for (const { field, text } of pasted?.before.toReversed() ?? []) write(field, text);
    pasted?.before[0]?.field.focus();
    setPasted(null);
  };
  return { list, bar, pasted, setPasted, onPaste, undo };
}

interface Place {
  readonly code: string;
  readonly field: EntryField;
}

const isSamePlace = (one: Place, other: Place) => one.code === other.code && one.field === other.field;

/** A value is entered; the steps of a milestone are filled in from its last report, so one of them has to change. */
function isFilled(form: HTMLFormElement): boolean {
  const steps = [...form.querySelectorAll<HTMLInputElement>("[name^='step:']")];
  const changed = steps.some((step) => step.value !== step.defaultValue);
  if (steps.length > 0) return changed || form.dataset.begun !== undefined;
  const numbers = form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-first], [name='value']");
  return [...numbers].some((input) => input.value !== "");
}

/** All rows, and a button that submits the filled ones one after the other. */
export function QuickEntryRows({ rows, words }: QuickEntryRowsProps) {
  const { list, bar, pasted, setPasted, onPaste, undo } = usePastedBlock(rows, words);
  const senders = useRef(new Map<string, Send>());
  const register = useCallback((code: string, send: Send) => void senders.current.set(code, send), []);
  const fillsOf = (code: string) => pasted?.fills.filter((fill) => fill.code === code) ?? [];
  const release = (code: string) => {
    if (pasted !== null) setPasted({ ...pasted, fills: pasted.fills.filter((fill) => fill.code !== code) });
  };
  const save = () => {
    const codes = new Set(pasted?.fills.map(({ code }) => code));
    const [first] = pasted?.before ?? [];
    setPasted(null);
    for (const code of codes) senders.current.get(code)?.("draft");
    first?.field.focus();
  };
  const submitAll = () => {
    setPasted(null);
    for (const form of list.current?.querySelectorAll<HTMLFormElement>("form[data-entry]") ?? []) {
      if (isFilled(form)) form.requestSubmit();
    }
  };
  return (
    <>
      <ul ref={list} onPasteCapture={onPaste} className="divide-y border-y">
        {rows.map((row) => {
          const fills = fillsOf(row.code);
          const fault = fills.find((fill) => fill.fault !== null)?.fault ?? null;
          return (
            <QuickEntryRow
              key={row.code}
              row={row}
              words={words}
              pasted={fills.length === 0 ? undefined : { fault }}
              register={register}
              onSubmitted={release}
            />
          );
        })}
      </ul>
      {pasted !== null && <PasteBar pasted={pasted} words={words} saveRef={bar} onSave={save} onUndo={undo} />}
      <Button variant="primary" onClick={submitAll}>
        {words.submitAll}
      </Button>
    </>
  );
}

interface PasteBarProps {
  readonly pasted: Pasted;
  readonly words: EntryWords;
  readonly saveRef: RefObject<HTMLButtonElement | null>;
  readonly onSave: () => void;
  readonly onUndo: () => void;
}

/** The result of a paste: filled and unplaced cells, with a save and an undo. */
function PasteBar({ pasted, words, saveRef, onSave, onUndo }: PasteBarProps) {
  const rows = new Set(pasted.fills.map(({ code }) => code)).size;
  const faults = pasted.fills.filter(({ fault }) => fault !== null).length;
  return (
    <section aria-label={words.pasted} className="sticky bottom-0 grid gap-2 border bg-surface p-3">
      <p role="status">
        {formatMessage(words.pastedRows, { count: rows })}
        {faults > 0 && <span className="text-notice"> {formatMessage(words.pastedFaults, { count: faults })}</span>}
      </p>
      {pasted.unplaced.length > 0 && (
        <p className="text-notice">{formatMessage(words.pastedRest, { cells: pasted.unplaced.join(" · ") })}</p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button ref={saveRef} variant="primary" onClick={onSave}>
          {words.pasteKeep}
        </Button>
        <Button onClick={onUndo}>{words.pasteUndo}</Button>
      </div>
    </section>
  );
}
