"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Messages } from "use-intl";
import { answerMessage } from "@/components/forms/answer-message";
import { useFormSupport } from "@/components/forms/form-support";
import { RequestFailureMessage, SignInLink } from "@/components/forms/submit-status";
import { TextConflict } from "@/components/forms/text-conflict";
import { useStoredText } from "@/components/forms/use-stored-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { ignoringComposition } from "@/components/ui/ignoring-composition";
import { Input } from "@/components/ui/input";
import { EntrySteps, EntryTexts } from "@/components/updates/quick-entry-more";
import { EntryValue } from "@/components/updates/quick-entry-value";
import { readAs } from "@/components/updates/read-as";
import { fieldNames, valuesOf } from "@/components/updates/row-input";
import { type RowAnswer, type RowState, type Send, useRowSubmit } from "@/components/updates/use-row-submit";
import type { MetricKind } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import { formatMessage, type WithCompiled } from "@/lib/i18n/format-message";
import type { Language } from "@/lib/i18n/languages";
import { parseDecimalText } from "@/lib/schemas/decimal-text";
import type { UpdateInput } from "@/lib/schemas/update";

export type EntryWords = WithCompiled<
  Messages["entry"] & Pick<Messages["report"], "readAs">,
  "pastedRows" | "pastedFaults" | "pastedRest" | "readAs"
> & {
  readonly lang: Language;
  readonly conflicts: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
};

export interface EntryRow {
  readonly code: string;
  readonly title: string;
  readonly promise: string;
  readonly previous: string;
  readonly kind: MetricKind;
  /** For the label, in the reader's language. */
  readonly unit: string;
  /** As printed, for units in what is typed. */
  readonly printedUnit: PrintedUnit;
  /** The error for another unit, as a sentence. */
  readonly wrongUnit: string;
  /** Of a milestone. */
  readonly steps: readonly { readonly key: string; readonly title: string }[];
  readonly input: UpdateInput;
}

const TONES: Partial<Record<RowState, string>> = {
  saving: "text-ink-soft",
  saved: "text-success",
  submitted: "font-bold text-success",
};
const isField = (field: unknown): field is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
  field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement;
const NUMBERS = ["value", "numerator", "denominator", "peers"] as const;

function errorText(error: string, row: EntryRow, words: EntryWords): string {
  return error === "wrong-unit" ? row.wrongUnit : (words.errors[error] ?? error);
}

function rowMessage(state: RowState, answer: RowAnswer, row: EntryRow, words: EntryWords): string {
  if (state === "invalid")
    return Object.values(answer.errors)
      .map((error) => errorText(error, row, words))
      .join(" ");
  if (state === "saving") return words.saving;
  if (state === "failed") return "";
  return answerMessage({ status: state, ...answer }, { ...words, gone: words.forbidden, invalid: "" }) ?? "";
}

interface RowProps {
  readonly row: EntryRow;
  readonly words: EntryWords;
  /** A pasted value waiting for confirmation: leaving the row does not save it. */
  readonly pasted: { readonly fault: string | null } | undefined;
  /** Registers the function that sends the row. */
  readonly register: (code: string, send: Send) => void;
  readonly onSubmitted: (code: string) => void;
}

/** One row: leaving it saves a draft, Enter moves to the next row. */
export function QuickEntryRow({ row, words, pasted, register, onSubmitted }: RowProps) {
  const form = useRef<HTMLFormElement>(null);
  const [shown, setShown] = useState("");
  const router = useRouter();
  const { words: support } = useFormSupport();
  const typed = () => {
    const data = new FormData(form.current ?? undefined);
    const stored = valuesOf(row.input, fieldNames(row));
    return Object.fromEntries(Object.entries(stored).map(([name, text]) => [name, String(data.get(name) ?? text)]));
  };
  /** Replaces saved text with the parsed numbers. */
  const showSaved = () => {
    for (const field of form.current?.querySelectorAll<HTMLInputElement>("input[inputmode]") ?? []) {
      const parsed = parseDecimalText(field.value, field.name === "value" ? row.printedUnit : null);
      if (parsed.ok && parsed.value !== null) field.value = parsed.value.toFixed();
    }
    setShown("");
  };
  const input = useRef(row.input);
  const { restored, textConflict, resolveConflict, store, handleInput, markSubmitting, markSaved } = useStoredText(
    form,
    {
      keys: [`entry:${row.code}:${row.input.asOf}`],
      version: input.current.version?.toString() ?? null,
    },
  );
  const { state, answer, failure, send } = useRowSubmit(
    row,
    input,
    typed,
    { store, markSubmitting, markSaved },
    showSaved,
  );
  useEffect(() => register(row.code, send));
  // A refreshed page may contain a newer draft. What is typed and not saved stays.
  useEffect(() => {
    if ((row.input.version ?? 0) <= (input.current.version ?? 0)) return;
    const before = input.current;
    input.current = row.input;
    const names = fieldNames(row);
    const [shownBefore, shownNow] = [valuesOf(before, names), valuesOf(row.input, names)];
    for (const name of names) {
      const field = form.current?.elements.namedItem(name);
      if (isField(field) && field.value === shownBefore[name]) field.value = shownNow[name] ?? "";
    }
  }, [row]);

  const saveDraft = () => {
    if (pasted === undefined && textConflict === null) send("draft");
  };
  const showRead = (event: FormEvent<HTMLFormElement>) => {
    const data = new FormData(event.currentTarget);
    const read = NUMBERS.map((field) =>
      readAs(String(data.get(field) ?? ""), field === "value" ? row.printedUnit : null, words.lang),
    );
    setShown(read.filter((one) => one !== null).join(" / "));
    handleInput();
  };
  const goDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const target = event.target as HTMLElement;
    if (event.key !== "Enter" || ["BUTTON", "TEXTAREA", "SUMMARY"].includes(target.tagName)) return;
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
    <li className={`py-3 ${pasted === undefined ? "" : "-mx-2 bg-mark px-2"}`}>
      {textConflict !== null && (
        <TextConflict form={form} differences={textConflict.differences} resolve={resolveConflict} />
      )}
      <form
        ref={form}
        inert={textConflict !== null}
        autoComplete="off"
        aria-label={`${row.code} ${row.title}`}
        data-entry={row.code}
        data-begun={row.input.updateId == null ? undefined : ""}
        className="grid gap-2 md:grid-cols-[1fr_9rem_11rem_1fr_auto] md:items-end"
        onKeyDown={ignoringComposition(goDown)}
        onInput={showRead}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) saveDraft();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (textConflict !== null) return;
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
        <Field compact id={`${row.code}-asOf`} label={words.asOf}>
          {(control) => (
            <Input {...control} type="date" name="asOf" defaultValue={row.input.asOf} readOnly={isSubmitted} compact />
          )}
        </Field>
        {row.kind === "milestone" ? (
          <span className="max-md:hidden" />
        ) : (
          <EntryValue row={row} words={words} isDone={isSubmitted} describedBy={statusId} />
        )}
        <Field compact id={`${row.code}-note`} label={words.note}>
          {(control) => (
            <Input
              {...control}
              name="note"
              defaultValue={row.input.note}
              readOnly={isSubmitted}
              maxLength={2000}
              compact
            />
          )}
        </Field>
        <Button type="submit" variant="primary" size="sm" disabled={isSubmitted} className="max-md:order-last">
          {words.submit}
        </Button>
        <EntrySteps row={row} words={words} isDone={isSubmitted} describedBy={statusId} />
        <EntryTexts row={row} words={words} isDone={isSubmitted} />
      </form>
      <p id={statusId} role="status" className="text-sm empty:hidden">
        {shown !== "" && <span className="mr-3">{formatMessage(words.readAs, { value: shown })}</span>}
        {restored !== null && <span className="mr-3 text-ink-soft">{support.restored}</span>}
        <span className={tone}>
          {waits ??
            (state === "failed" ? (
              <RequestFailureMessage failure={failure} store={store} />
            ) : (
              rowMessage(state, answer, row, words)
            ))}{" "}
          {state === "signed-out" && <SignInLink store={store}>{support.signIn}</SignInLink>}
          {answer.conflict?.why === "changed" && state === "conflict" && textConflict === null && (
            <Button size="sm" onClick={() => router.refresh()}>
              {support.compare}
            </Button>
          )}
        </span>
      </p>
    </li>
  );
}
