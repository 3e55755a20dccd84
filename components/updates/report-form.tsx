"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, startTransition, useEffect, useRef, useState } from "react";
import { type EvidenceEntry, EvidenceFiles } from "@/components/evidence/evidence-files";
import { answerMessage } from "@/components/forms/answer-message";
import { useFormSupport } from "@/components/forms/form-support";
import { SubmitStatus } from "@/components/forms/submit-status";
import { TextConflict } from "@/components/forms/text-conflict";
import { useRequest } from "@/components/forms/use-request";
import { useStoredText } from "@/components/forms/use-stored-text";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FormWords } from "@/components/updates/form-words";
import { ReportDay, ReportTextFields } from "@/components/updates/report-fields";
import { hasValue, inputOf, newest } from "@/components/updates/report-input";
import { ReportPreview } from "@/components/updates/report-preview";
import { ReportValue } from "@/components/updates/report-value";
import { usePreview } from "@/components/updates/use-preview";
import { IDLE } from "@/lib/actions/action-state";
import { type ReportState, saveReportAction } from "@/lib/actions/updates";
import type { TrendModel } from "@/lib/charts/model/trend-model";
import type { MetricKind } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { UpdateInput } from "@/lib/schemas/update";
import type { ReportForm as ReportView } from "@/lib/views/update";

export interface ReportFormProps {
  readonly code: string;
  readonly kind: MetricKind;
  readonly unit: string;
  /** As printed, for units in what is typed. */
  readonly printedUnit: PrintedUnit;
  readonly steps: readonly { readonly key: string; readonly title: string }[];
  readonly input: UpdateInput;
  /** What the value is compared with: a term and its text. */
  readonly compared: readonly { readonly term: string; readonly text: string }[];
  /** The chart of the approved values; null where a line says nothing. */
  readonly trend: TrendModel | null;
  /** The days of periods without a report. */
  readonly missed: readonly { readonly on: string; readonly label: string }[];
  readonly lastTexts: ReportView["lastTexts"];
  readonly isEvidenceRequired: boolean;
  /** That an earlier report waits for review, as a sentence. */
  readonly waits: string | null;
  readonly isCorrection: boolean;
  readonly min: string;
  readonly max: string;
  readonly files: readonly EvidenceEntry[];
  /** The update the form started from: a draft, a returned report or an approved one. */
  readonly startedFrom: string | null;
  /** Who saved the draft, and when, as a sentence. */
  readonly savedBy?: string | undefined;
  readonly words: FormWords;
}

const CHANGED = "changed";
function draftAddress(code: string, updateId: string): string {
  return `/targets/${encodeURIComponent(code)}/report?draft=${updateId}`;
}

/** The storage keys of this report's text; a new report may have become a draft in another browser. */
function textKeysOf({ code, startedFrom, input }: ReportFormProps, updateId: string | null): string[] {
  const key = (of: string) => `report:${code}:${of}`;
  const isNew = input.supersedesId === null && startedFrom === null;
  const start = key(startedFrom ?? "");
  return updateId === null || key(updateId) === start ? [start] : [key(updateId), ...(isNew ? [start] : [])];
}

/** Reports one value with an explanation. Typed text survives errors, reloads and an expired session. */
export function ReportForm(props: ReportFormProps) {
  const { code, input, words } = props;
  const ref = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const { words: support } = useFormSupport();
  const [answer, setAnswer] = useState<ReportState>(IDLE);
  const [saved, setSaved] = useState<ReportState["saved"]>();
  const { failure, isBusy: busy, send } = useRequest();
  const draft = newest(input, saved);
  const [files, setFiles] = useState(props.files);
  const { restored, textConflict, resolveConflict, store, handleInput, markSubmitting, markSaved } = useStoredText(
    ref,
    {
      keys: textKeysOf(props, draft.updateId),
      version: draft.version === null ? null : String(draft.version),
    },
  );
  useEffect(() => {
    if (failure !== null) store();
  }, [failure]);
  const { shown, preview } = usePreview(code, hasValue(input), () => ref.current && inputOf(ref.current, input, draft));

  const accept = (next: ReportState) => {
    setAnswer(next);
    if (next.saved === undefined) return store();
    setSaved(next.saved);
    if (next.saved.files !== undefined) setFiles(next.saved.files);
    markSaved();
    // A reload continues with the draft.
    if (next.status === "saved") window.history.replaceState(null, "", draftAddress(code, next.saved.updateId));
  };

  /** A new report takes over the listed files of the one that it replaces. */
  const read = (form: HTMLFormElement) => ({
    ...inputOf(form, input, draft),
    keepFiles: draft.updateId === null ? files.map(({ fileId }) => fileId) : [],
  });

  /** A file belongs to a draft: the first file creates one. */
  const draftId = async (): Promise<string | null> => {
    if (ref.current === null || draft.updateId !== null) return draft.updateId;
    markSubmitting();
    const next = await saveReportAction(code, read(ref.current), "draft");
    accept(next);
    return next.saved?.updateId ?? null;
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const intent = submitter?.getAttribute("value") === "draft" ? "draft" : "submit";
    markSubmitting();
    send(async () => {
      const next = await saveReportAction(code, read(form), intent);
      startTransition(() => accept(next));
      const [first] = Object.keys(next.errors);
      if (first !== undefined) form.querySelector<HTMLElement>(`#${first}`)?.focus();
    });
  };

  if (answer.status === "submitted") return <Done code={code} words={words} />;
  return (
    <>
      {textConflict !== null && (
        <TextConflict
          form={ref}
          differences={textConflict.differences}
          resolve={resolveConflict}
          savedBy={props.savedBy}
        />
      )}
      <form
        ref={ref}
        onSubmit={submit}
        onInput={() => {
          handleInput();
          preview();
        }}
        inert={textConflict !== null}
        autoComplete="off"
        noValidate
        className="grid max-w-4xl gap-4 [&_input]:scroll-mb-24 [&_textarea]:scroll-mb-24"
      >
        {restored && <p className="text-sm text-ink-soft">{support.restored}</p>}
        <div className="grid gap-x-8 gap-y-4 md:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="grid content-start gap-4">
            <ReportValue {...props} errors={answer.errors} />
            <Compared rows={props.compared} />
            <ReportDay {...props} errors={answer.errors} />
          </div>
          <ReportPreview shown={shown} trend={props.trend} words={words} />
        </div>
        {props.waits !== null && (
          <Notice role="note" tone="neutral">
            {props.waits}
          </Notice>
        )}
        <div className="grid max-w-xl gap-4">
          <ReportTextFields {...props} errors={answer.errors} />
          <EvidenceFiles
            files={files}
            setFiles={setFiles}
            isStored={draft.updateId !== null}
            words={words.files}
            optional={props.isEvidenceRequired ? "" : words.optional}
            error={answer.errors.evidence}
            draft={draftId}
          />
        </div>
        <SubmitStatus
          isBusy={busy}
          working={words.working}
          failure={failure}
          isSignedOut={answer.status === "signed-out"}
          isSuccess={answer.status === "saved"}
          store={store}
        >
          {textConflict === null &&
            answerMessage(answer, {
              ...words,
              gone: words.forbidden,
              conflicts: { ...words.conflicts, [CHANGED]: words.changed },
            })}
          {textConflict === null && answer.conflict?.why === CHANGED && (
            <Button size="sm" onClick={() => router.refresh()} className="mt-1 flex">
              {support.compare}
            </Button>
          )}
        </SubmitStatus>
        <div className="sticky bottom-0 z-1 flex flex-wrap gap-3 border-t bg-ground py-3">
          <Button type="submit" value="submit" variant="primary" disabled={busy}>
            {busy ? words.working : words.submit}
          </Button>
          <Button type="submit" value="draft" disabled={busy}>
            {words.save}
          </Button>
        </div>
      </form>
    </>
  );
}

/** The last value and the target, next to the value that is typed. */
function Compared({ rows }: { readonly rows: ReportFormProps["compared"] }) {
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-1 tabular-nums">
      {rows.map(({ term, text }) => (
        <div key={term}>
          <dt className="text-sm text-ink-soft">{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Done({ code, words }: { readonly code: string; readonly words: FormWords }) {
  return (
    <Notice role="status" tone="neutral">
      <p className="font-bold">{words.submitted}</p>
      <p>{words.nextAfter}</p>
      <p className="flex gap-4">
        <a className="underline" href={`/my?sent=${encodeURIComponent(code)}`}>
          {words.back}
        </a>
        <a className="underline" href={`/targets/${code}`}>
          {words.toTarget}
        </a>
      </p>
    </Notice>
  );
}
