"use client";
import Link from "next/link";
import { type ReactNode, useRef, useState } from "react";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { FileField } from "@/components/forms/file-field";
import { AreaField, SubmitButton } from "@/components/forms/form-fields";
import { ImportChoices } from "@/components/forms/import-choices";
import type { ImportWords } from "@/components/forms/import-words";
import { RejectedFields } from "@/components/forms/rejected-fields";
import { Notice } from "@/components/ui/notice";
import { type ActionState, IDLE, invalid } from "@/lib/actions/action-state";
import type { ImportState } from "@/lib/actions/imports";
import { formatMessage } from "@/lib/i18n/format-message";
import { hasWarning, type LineOutcome, type PlannedLine } from "@/lib/imports/plan";
import { MAX_SHEET_BYTES } from "@/lib/schemas/import";

interface ImportFormProps {
  readonly action: (before: ImportState, form: FormData) => Promise<ImportState>;
  readonly words: ActionFormWords;
  readonly importWords: ImportWords;
  readonly label: string;
  /** The URL of the template; null if any layout is read. */
  readonly template: string | null;
  readonly endings?: readonly string[];
  readonly fileHint?: string;
  /** The cells of a table can be pasted instead of a file. */
  readonly canPaste?: boolean;
  /** What can be pasted, if it is not any table. */
  readonly pasteLabel?: string;
  readonly pasteHint?: string;
  /** Fields between the file and the button. */
  readonly children?: ReactNode;
}

const OUTCOMES: readonly LineOutcome[] = ["added", "changed", "same", "conflict", "refused"];

/** Words of a closed list inside a line's text, in the reader's language. */
function spoken(text: string, { kinds }: ImportWords): string {
  return text
    .split(" · ")
    .map((part) => kinds[part] ?? part)
    .join(" · ");
}

const isLeftOut = ({ outcome }: PlannedLine) => outcome === "conflict" || outcome === "refused";

/** What can be left out, and what can be decided, are read first; then warnings; then the rest, all in their order. */
function byUrgency(lines: readonly PlannedLine[]): PlannedLine[] {
  const rank = (line: PlannedLine) => (isLeftOut(line) ? 0 : hasWarning(line) ? 1 : 2);
  return lines.toSorted((one, other) => rank(one) - rank(other));
}

/** What happens to a row, and why. */
export function ImportLine({ line, words }: { readonly line: PlannedLine; readonly words: ImportWords }) {
  const isLeft = isLeftOut(line);
  const place =
    line.sheet == null
      ? formatMessage(words.line, { number: line.line })
      : formatMessage(words.inSheet, { sheet: line.sheet, number: line.line });
  return (
    <li
      className={`grid gap-x-3 py-1 ${line.sheet == null ? "sm:grid-cols-[5rem_5rem_1fr]" : "sm:grid-cols-[10rem_5rem_1fr]"}`}
    >
      <span className="text-ink-soft tabular-nums">{place}</span>
      <strong className={isLeft ? "text-notice" : ""}>{words.outcomes[line.outcome]}</strong>
      <span>
        {line.text}
        {line.was !== null && (
          <span className="block text-sm text-ink-soft">
            {formatMessage(words.was, { was: spoken(line.was, words) })}
          </span>
        )}
        {line.problems?.map(({ cell, kind, text, name = "" }) => (
          <span key={`${cell} ${kind} ${name}`} className="block text-sm text-notice">
            {formatMessage(name === "" ? words.problem : words.problemOf, {
              cell,
              problem: text ?? words.problems[kind] ?? kind,
              name,
            })}
          </span>
        ))}
        {line.questions?.map((question) => (
          <span key={question} className="block text-sm text-notice">
            {words.questions[question] ?? question}
          </span>
        ))}
        <RejectedFields faults={line.faults ?? {}} words={words} />
        {line.why !== null && <span className="block text-sm text-notice">{words.reasons[line.why] ?? line.why}</span>}
        {line.href !== undefined && (
          <Link href={line.href} prefetch={false} className="text-sm underline">
            {words.page}
          </Link>
        )}
      </span>
    </li>
  );
}

interface SubmitReportsProps {
  readonly preview: NonNullable<ImportState["preview"]>;
  readonly submits: number;
  readonly words: ImportWords;
}

/** Submits what is complete; what is not becomes a draft. */
function SubmitReports({ preview, submits, words }: SubmitReportsProps) {
  const drafts = preview.drafts ?? 0;
  return (
    <SubmitButton name="submit" value={preview.digest} variant="secondary">
      {formatMessage(drafts === 0 ? words.submit : words.submitSome, { count: submits, left: drafts })}
    </SubmitButton>
  );
}

function Preview({
  preview,
  words,
}: {
  readonly preview: NonNullable<ImportState["preview"]>;
  readonly words: ImportWords;
}) {
  const of = (outcome: LineOutcome) => preview.lines.filter((line) => line.outcome === outcome).length;
  const left = of("conflict") + of("refused");
  const { submits = 0 } = preview;
  const [isOutdated, setOutdated] = useState(false);
  return (
    <Notice>
      <ImportChoices preview={preview} words={words} onChange={() => setOutdated(true)} />
      <p className="font-bold tabular-nums">
        {formatMessage(words.counts, Object.fromEntries(OUTCOMES.map((outcome) => [outcome, of(outcome)])))}
      </p>
      <ol className="max-h-96 divide-y overflow-y-auto">
        {byUrgency(preview.lines.filter((line) => line.outcome !== "same")).map((line, index) => (
          <ImportLine key={index} line={line} words={words} />
        ))}
      </ol>
      {isOutdated && <p role="status">{words.columns.changed}</p>}
      {preview.count + submits === 0 && <p>{words.nothing}</p>}
      <div className="flex flex-wrap gap-3">
        {preview.count > 0 && !isOutdated && (
          <SubmitButton name="digest" value={preview.digest}>
            {formatMessage(left === 0 ? words.confirm : words.confirmSome, { count: preview.count, left })}
          </SubmitButton>
        )}
        {submits > 0 && <SubmitReports preview={preview} submits={submits} words={words} />}
      </div>
    </Notice>
  );
}

/** Imports a sheet after a preview, line by line. */
export function ImportForm({
  action,
  words,
  importWords,
  label,
  template,
  endings = ["xlsx", "csv"],
  fileHint = importWords.fileHint,
  pasteLabel,
  pasteHint = importWords.pasteHint,
  canPaste = pasteLabel !== undefined,
  children,
}: ImportFormProps) {
  const [preview, setPreview] = useState<ImportState["preview"]>();
  // A new preview shows its own choices.
  const [round, setRound] = useState(0);
  // Held in memory: the previewed file is imported, even if it changes on disk.
  const chosenFile = useRef<Promise<File> | null>(null);
  const choose = (file: File | null) => {
    setPreview(undefined);
    const isAccepted = file !== null && file.size <= MAX_SHEET_BYTES;
    chosenFile.current = isAccepted ? file.arrayBuffer().then((bytes) => new File([bytes], file.name)) : null;
  };
  const send = async (_before: ActionState, form: FormData): Promise<ActionState> => {
    const chosen = form.get("file");
    if (chosen instanceof File && chosen.size > MAX_SHEET_BYTES) return invalid({ file: "sheet-too-large" });
    const pasted = form.get("pasted");
    if (chosenFile.current !== null) form.set("file", await chosenFile.current);
    else if (typeof pasted === "string" && pasted.trim() !== "") form.set("file", new File([pasted], "pasted.tsv"));
    form.delete("pasted");
    const answer = await action(IDLE, form);
    setPreview(answer.preview);
    setRound((last) => last + 1);
    return answer;
  };
  return (
    <ActionForm action={send} words={words} label={label}>
      {template !== null && (
        <p>
          <a href={template} className="underline">
            {importWords.template}
          </a>
        </p>
      )}
      <FileField name="file" label={importWords.file} hint={fileHint} endings={endings} onFile={choose} />
      {canPaste && (
        <AreaField name="pasted" label={pasteLabel ?? importWords.paste} hint={pasteHint} rows={pasteLabel ? 8 : 3} />
      )}
      {children}
      <SubmitButton variant={preview === undefined ? "primary" : "secondary"}>{importWords.preview}</SubmitButton>
      {preview !== undefined && <Preview key={round} preview={preview} words={importWords} />}
    </ActionForm>
  );
}
