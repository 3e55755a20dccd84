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
import { ReportFields } from "@/components/updates/report-fields";
import { usePreview } from "@/components/updates/use-preview";
import { IDLE } from "@/lib/actions/action-state";
import { type ReportState, saveReportAction } from "@/lib/actions/updates";
import { LIGHT_SHAPES } from "@/lib/charts/svg/light-shapes";
import type { Light, MetricKind } from "@/lib/domain/targets/types";
import type { UpdateInput } from "@/lib/schemas/update";

export interface ReportFormProps {
  readonly code: string;
  readonly kind: MetricKind;
  readonly unit: string;
  /** As printed, for units in what is typed. */
  readonly printedUnit: string;
  readonly steps: readonly { readonly key: string; readonly title: string }[];
  readonly input: UpdateInput;
  /** The previous value as a sentence. */
  readonly previous: string;
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
function inputOf(form: HTMLFormElement, start: UpdateInput, draft: Draft): UpdateInput {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "");
  const steps = [...data.entries()].flatMap(([name, doneOn]) =>
    name.startsWith("step:") ? [{ key: name.slice("step:".length), doneOn: String(doneOn) }] : [],
  );
  return {
    ...start,
    ...draft,
    asOf: text("asOf"),
    value: text("value"),
    numerator: text("numerator"),
    denominator: text("denominator"),
    peers: text("peers"),
    steps,
    note: text("note"),
    problems: text("problems"),
    nextStep: text("nextStep"),
    evidence: text("evidence"),
  };
}

interface Draft {
  readonly updateId: string | null;
  readonly version: number | null;
}

/** The draft from the page or from the last save here, whichever is newer. */
function newest({ updateId = null, version = null }: UpdateInput, saved: ReportState["saved"]): Draft {
  return saved !== undefined && saved.version > (version ?? 0) ? saved : { updateId, version };
}

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
  const { light, preview } = usePreview(code, () => ref.current && inputOf(ref.current, input, draft));

  const accept = (next: ReportState) => {
    setAnswer(next);
    if (next.saved === undefined) return store();
    setSaved(next.saved);
    markSaved();
    // A reload continues with the draft.
    if (next.status === "saved") window.history.replaceState(null, "", draftAddress(code, next.saved.updateId));
  };

  /** A file belongs to a draft: the first file creates one. */
  const draftId = async (): Promise<string | null> => {
    if (ref.current === null || draft.updateId !== null) return draft.updateId;
    markSubmitting();
    const next = await saveReportAction(code, inputOf(ref.current, input, draft), "draft");
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
      const next = await saveReportAction(code, inputOf(form, input, draft), intent);
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
        className="grid max-w-xl gap-4"
      >
        {restored && <p className="text-sm text-ink-soft">{support.restored}</p>}
        {props.waits !== null && (
          <Notice role="note" tone="success">
            {props.waits}
          </Notice>
        )}
        <ReportFields {...props} errors={answer.errors} />
        <EvidenceFiles start={props.files} words={words.files} error={answer.errors.evidence} draft={draftId} />
        <Preview light={light} words={words} />
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
        <div className="flex flex-wrap gap-3">
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

function Done({ code, words }: { readonly code: string; readonly words: FormWords }) {
  return (
    <Notice role="status" tone="success">
      <p className="font-bold text-success">{words.submitted}</p>
      <p className="flex gap-4">
        <a className="underline" href="/my">
          {words.back}
        </a>
        <a className="underline" href={`/targets/${code}`}>
          {words.toTarget}
        </a>
      </p>
    </Notice>
  );
}

function Preview({ light, words }: { readonly light: Light | null; readonly words: FormWords }) {
  return (
    <p aria-live="polite" className="border-y py-2">
      {words.preview}{" "}
      {light === null ? (
        <span className="text-ink-soft">{words.previewNone}</span>
      ) : (
        <strong>
          <span aria-hidden="true" style={{ color: `var(--badge-${light})` }}>
            {LIGHT_SHAPES[light]}
          </span>{" "}
          {words.lights[light]}
        </strong>
      )}
    </p>
  );
}
