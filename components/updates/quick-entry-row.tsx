"use client";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { ignoringComposition } from "@/components/ui/ignoring-composition";
import { ENTRY_INPUT, EntryValue } from "@/components/updates/quick-entry-value";
import { readAs } from "@/components/updates/read-as";
import { type FormAnswer, sendReport } from "@/lib/actions/updates";
import type { MetricKind } from "@/lib/domain/targets/types";
import { formatInstant } from "@/lib/i18n/format-instant";
import type { Language } from "@/lib/i18n/languages";
import type { UpdateInput } from "@/lib/schemas/update";

export interface EntryWords {
  readonly lang: Language;
  readonly asOf: string;
  readonly value: string;
  readonly note: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly percentage: string;
  readonly yes: string;
  readonly no: string;
  readonly choose: string;
  readonly submit: string;
  readonly submitAll: string;
  readonly saved: string;
  readonly submitted: string;
  readonly saving: string;
  readonly failed: string;
  readonly forbidden: string;
  readonly signedOut: string;
  readonly readAs: string;
  readonly pasted: string;
  readonly pastedRows: string;
  readonly pastedFaults: string;
  readonly pastedRest: string;
  readonly pasteKeep: string;
  readonly pasteUndo: string;
  readonly conflicts: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

export interface EntryRow {
  readonly code: string;
  readonly title: string;
  readonly promise: string;
  readonly previous: string;
  readonly kind: MetricKind;
  /** For the label, in the reader's language. */
  readonly unit: string;
  /** As printed, for units in what is typed. */
  readonly printedUnit: string;
  readonly input: UpdateInput;
}

type State = "saving" | "failed" | FormAnswer["status"];
type Answer = Pick<FormAnswer, "errors" | "conflict">;
const TONES: Partial<Record<State, string>> = {
  saving: "text-ink-soft",
  saved: "text-success",
  submitted: "font-bold text-success",
};
const TYPED = ["asOf", "value", "numerator", "denominator", "note"] as const;
const NUMBERS = ["value", "numerator", "denominator"] as const;

/** The text of an error, with the unit that was expected. */
function errorText(error: string, row: EntryRow, words: EntryWords): string {
  return (words.errors[error] ?? error).replace("{unit}", row.unit);
}

function messageOf(state: State, { errors, conflict }: Answer, row: EntryRow, words: EntryWords): string {
  if (state === "invalid")
    return Object.values(errors)
      .map((error) => errorText(error, row, words))
      .join(" ");
  if (state === "conflict" && conflict !== null) {
    const who = [conflict.by, conflict.at && formatInstant(conflict.at, words.lang)].filter(Boolean).join(" ");
    return [words.conflicts[conflict.why] ?? conflict.why, who && `(${who})`].filter(Boolean).join(" ");
  }
  const known: Partial<Record<State, string>> = {
    saving: words.saving,
    saved: words.saved,
    submitted: words.submitted,
    failed: words.failed,
    forbidden: words.forbidden,
    "not-found": words.forbidden,
    "signed-out": words.signedOut,
  };
  return known[state] ?? "";
}

function startOf(row: EntryRow): Record<string, string> {
  return Object.fromEntries(TYPED.map((field) => [field, String(row.input[field] ?? "")]));
}

export type Send = (intent: "draft" | "submit") => void;

interface RowProps {
  readonly row: EntryRow;
  readonly words: EntryWords;
  /** What was pasted into it and waits for a yes: it is not saved on leaving the row. */
  readonly pasted: { readonly fault: string | null } | undefined;
  /** Hands out how the row is sent. */
  readonly register: (code: string, send: Send) => void;
  readonly onSubmitted: (code: string) => void;
}

/** Sends one row, one request after the other: a submission waits for the draft that is on its way. */
function useRowSending(row: EntryRow, typed: () => Record<string, string>) {
  const input = useRef(row.input);
  const lastSent = useRef("");
  const isDone = useRef(false);
  const queue = useRef(Promise.resolve());
  const [state, setState] = useState<State>("idle");
  const [answer, setAnswer] = useState<Answer>({ errors: {}, conflict: null });

  const sendNow = async (intent: "draft" | "submit") => {
    const said = typed();
    const text = JSON.stringify(said);
    const isEmpty = said.value === "" && said.numerator === "" && said.denominator === "";
    if (isDone.current || (isEmpty && intent === "draft")) return;
    if (intent === "draft" && (text === lastSent.current || text === JSON.stringify(startOf(row)))) return;
    setState("saving");
    try {
      const next = await sendReport(row.code, { ...input.current, ...said }, intent);
      lastSent.current = next.saved === null ? "" : text;
      if (next.saved !== null) input.current = { ...input.current, ...next.saved };
      isDone.current = next.status === "submitted";
      setAnswer(next);
      setState(next.status);
    } catch {
      setState("failed");
    }
  };
  const send: Send = (intent) => {
    queue.current = queue.current.then(() => sendNow(intent));
  };
  return { state, answer, send };
}

/** One row: leaving it saves a draft, Enter goes to the row below. */
export function QuickEntryRow({ row, words, pasted, register, onSubmitted }: RowProps) {
  const form = useRef<HTMLFormElement>(null);
  const [shown, setShown] = useState("");
  const typed = () => {
    const data = new FormData(form.current ?? undefined);
    return Object.fromEntries(TYPED.map((field) => [field, String(data.get(field) ?? row.input[field] ?? "")]));
  };
  const { state, answer, send } = useRowSending(row, typed);
  useEffect(() => register(row.code, send));

  const saveDraft = () => {
    if (pasted === undefined) send("draft");
  };
  const showRead = (event: FormEvent<HTMLFormElement>) => {
    const data = new FormData(event.currentTarget);
    const read = NUMBERS.map((field) =>
      readAs(String(data.get(field) ?? ""), field === "value" ? row.printedUnit : null, words.lang),
    );
    setShown(read.filter((one) => one !== null).join(" / "));
  };
  const goDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const target = event.target as HTMLElement;
    if (event.key !== "Enter" || target.tagName === "BUTTON") return;
    event.preventDefault();
    saveDraft();
    const next = form.current?.closest("li")?.nextElementSibling?.querySelector<HTMLElement>("[data-first]");
    if (next) next.focus();
    else form.current?.querySelector("button")?.focus();
  };

  const statusId = `status-${row.code}`;
  const isSubmitted = state === "submitted";
  const waits =
    pasted === undefined ? null : pasted.fault === null ? words.pasted : errorText(pasted.fault, row, words);
  const tone = pasted === undefined ? (TONES[state] ?? "text-notice") : pasted.fault === null ? "" : "text-notice";
  return (
    <li className={`py-3 ${pasted === undefined ? "" : "bg-mark"}`}>
      <form
        ref={form}
        aria-label={`${row.code} ${row.title}`}
        data-entry={row.code}
        className="grid gap-2 md:grid-cols-[1fr_9rem_11rem_1fr_auto] md:items-end"
        onKeyDown={ignoringComposition(goDown)}
        onInput={showRead}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) saveDraft();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmitted(row.code);
          send("submit");
        }}
      >
        <div>
          <p>
            {row.code} {row.title}
          </p>
          <p className="text-sm text-ink-soft">
            {row.promise} · {row.previous}
          </p>
        </div>
        <label className="text-sm">
          {words.asOf}
          <input
            type="date"
            name="asOf"
            defaultValue={row.input.asOf}
            readOnly={isSubmitted}
            className={`${ENTRY_INPUT} tabular-nums`}
          />
        </label>
        <EntryValue row={row} words={words} isDone={isSubmitted} describedBy={statusId} />
        <label className="text-sm">
          {words.note}
          <input
            name="note"
            defaultValue={row.input.note}
            readOnly={isSubmitted}
            maxLength={2000}
            className={ENTRY_INPUT}
          />
        </label>
        <button type="submit" disabled={isSubmitted} className="border border-accent px-3 py-1 font-bold text-accent">
          {words.submit}
        </button>
      </form>
      <p id={statusId} role="status" className="text-sm empty:hidden">
        {shown !== "" && <span className="mr-3">{words.readAs.replace("{value}", shown)}</span>}
        <span className={tone}>{waits ?? messageOf(state, answer, row, words)}</span>
      </p>
    </li>
  );
}
