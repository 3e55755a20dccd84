"use client";
import { type KeyboardEvent, useRef, useState } from "react";
import { ignoringComposition } from "@/components/ui/ignoring-composition";
import { type FormAnswer, sendReport } from "@/lib/actions/updates";
import type { MetricKind } from "@/lib/domain/targets/types";
import type { UpdateInput } from "@/lib/schemas/update";

export interface EntryWords {
  readonly asOf: string;
  readonly value: string;
  readonly note: string;
  readonly numerator: string;
  readonly denominator: string;
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
  readonly conflict: string;
  readonly signedOut: string;
  readonly errors: Readonly<Record<string, string>>;
}

export interface EntryRow {
  readonly code: string;
  readonly title: string;
  readonly promise: string;
  readonly previous: string;
  readonly kind: MetricKind;
  readonly unit: string;
  readonly input: UpdateInput;
}

interface QuickEntryRowsProps {
  readonly rows: readonly EntryRow[];
  readonly words: EntryWords;
}

type State = "saving" | "saved" | "submitted" | "failed" | FormAnswer["status"];
const TONES: Partial<Record<State, string>> = {
  saving: "text-ink-soft",
  saved: "text-success",
  submitted: "font-bold text-success",
};
const INPUT = "w-full border bg-surface px-2 py-1 tabular-nums";
const TYPED = ["asOf", "value", "numerator", "denominator", "note"] as const;

function messageOf(state: State, errors: FormAnswer["errors"], words: EntryWords): string {
  if (state === "invalid")
    return Object.values(errors)
      .map((error) => words.errors[error] ?? error)
      .join(" ");
  const known: Partial<Record<State, string>> = {
    saving: words.saving,
    saved: words.saved,
    submitted: words.submitted,
    failed: words.failed,
    conflict: words.conflict,
    forbidden: words.forbidden,
    "not-found": words.forbidden,
    "signed-out": words.signedOut,
  };
  return known[state] ?? "";
}

/** One row: leaving it saves a draft, Enter goes to the row below. */
function Row({ row, words }: { readonly row: EntryRow; readonly words: EntryWords }) {
  const form = useRef<HTMLFormElement>(null);
  const input = useRef(row.input);
  const lastSent = useRef("");
  const isDone = useRef(false);
  /** One after the other: a submission waits for the draft that is on its way. */
  const queue = useRef(Promise.resolve());
  const [state, setState] = useState<State>("idle");
  const [errors, setErrors] = useState<FormAnswer["errors"]>({});

  const typed = () => {
    const data = new FormData(form.current ?? undefined);
    return Object.fromEntries(TYPED.map((field) => [field, String(data.get(field) ?? row.input[field] ?? "")]));
  };

  const send = (intent: "draft" | "submit") => {
    queue.current = queue.current.then(() => sendNow(intent));
  };

  const sendNow = async (intent: "draft" | "submit") => {
    const said = typed();
    const text = JSON.stringify(said);
    const isEmpty = said.value === "" && said.numerator === "" && said.denominator === "";
    if (isDone.current || (isEmpty && intent === "draft")) return;
    if (intent === "draft" && (text === lastSent.current || text === JSON.stringify(startOf(row)))) return;
    setState("saving");
    try {
      const answer = await sendReport(row.code, { ...input.current, ...said }, intent);
      lastSent.current = answer.saved === null ? "" : text;
      if (answer.saved !== null) input.current = { ...input.current, ...answer.saved };
      isDone.current = answer.status === "submitted";
      setErrors(answer.errors);
      setState(answer.status);
    } catch {
      setState("failed");
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const target = event.target as HTMLElement;
    if (event.key !== "Enter" || target.tagName === "BUTTON") return;
    event.preventDefault();
    send("draft");
    const next = form.current?.closest("li")?.nextElementSibling?.querySelector<HTMLElement>("[data-first]");
    if (next) next.focus();
    else form.current?.querySelector("button")?.focus();
  };

  const statusId = `status-${row.code}`;
  const isSubmitted = state === "submitted";
  return (
    <li className="py-3">
      <form
        ref={form}
        aria-label={`${row.code} ${row.title}`}
        data-entry={row.code}
        className="grid gap-2 md:grid-cols-[1fr_9rem_11rem_1fr_auto] md:items-end"
        onKeyDown={ignoringComposition(onKeyDown)}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) send("draft");
        }}
        onSubmit={(event) => {
          event.preventDefault();
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
          <input type="date" name="asOf" defaultValue={row.input.asOf} readOnly={isSubmitted} className={INPUT} />
        </label>
        <Value row={row} words={words} isDone={isSubmitted} describedBy={statusId} />
        <label className="text-sm">
          {words.note}
          <input name="note" defaultValue={row.input.note} readOnly={isSubmitted} maxLength={2000} className={INPUT} />
        </label>
        <button type="submit" disabled={isSubmitted} className="border border-accent px-3 py-1 font-bold text-accent">
          {words.submit}
        </button>
      </form>
      <p id={statusId} role="status" className={`text-sm ${TONES[state] ?? "text-notice"} empty:hidden`}>
        {messageOf(state, errors, words)}
      </p>
    </li>
  );
}

function startOf(row: EntryRow): Record<string, string> {
  return Object.fromEntries(TYPED.map((field) => [field, String(row.input[field] ?? "")]));
}

interface ValueProps {
  readonly row: EntryRow;
  readonly words: EntryWords;
  readonly isDone: boolean;
  readonly describedBy: string;
}

function Value({ row, words, isDone, describedBy }: ValueProps) {
  const unit = row.unit === "" ? "" : ` (${row.unit})`;
  if (row.kind === "yes-no") {
    return (
      <label className="text-sm">
        {words.value}
        <select
          name="value"
          data-first
          defaultValue={row.input.value}
          disabled={isDone}
          aria-describedby={describedBy}
          className={INPUT}
        >
          <option value="">{words.choose}</option>
          <option value="1">{words.yes}</option>
          <option value="0">{words.no}</option>
        </select>
      </label>
    );
  }
  const fields =
    row.kind === "ratio"
      ? ([
          ["numerator", words.numerator],
          ["denominator", words.denominator],
        ] as const)
      : ([["value", `${words.value}${unit}`]] as const);
  return (
    <div className="flex gap-2">
      {fields.map(([field, label], index) => (
        <label key={field} className="grow text-sm">
          {label}
          <input
            name={field}
            inputMode="decimal"
            autoComplete="off"
            data-first={index === 0 ? "" : undefined}
            defaultValue={row.input[field]}
            readOnly={isDone}
            aria-describedby={describedBy}
            className={`${INPUT} text-right`}
          />
        </label>
      ))}
    </div>
  );
}

/** All rows, and the one button that submits what has been entered, one after the other. */
export function QuickEntryRows({ rows, words }: QuickEntryRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const submitAll = () => {
    for (const form of list.current?.querySelectorAll<HTMLFormElement>("form[data-entry]") ?? []) {
      const filled = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-first]")];
      if (filled.some((input) => input.value !== "")) form.requestSubmit();
    }
  };
  return (
    <>
      <ul ref={list} className="divide-y border-y">
        {rows.map((row) => (
          <Row key={row.code} row={row} words={words} />
        ))}
      </ul>
      <button
        type="button"
        onClick={submitAll}
        className="justify-self-start border border-accent bg-accent-ground px-4 py-2 font-bold text-accent"
      >
        {words.submitAll}
      </button>
    </>
  );
}
