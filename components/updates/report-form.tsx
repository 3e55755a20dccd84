"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, startTransition, useEffect, useRef, useState } from "react";
import { type EvidenceEntry, EvidenceFiles } from "@/components/evidence/evidence-files";
import { useFormSupport } from "@/components/forms/form-support";
import { SubmitStatus } from "@/components/forms/submit-status";
import { TextConflict } from "@/components/forms/text-conflict";
import { useRequest } from "@/components/forms/use-request";
import { useStoredText } from "@/components/forms/use-stored-text";
import type { FormWords } from "@/components/updates/form-words";
import { ReportFields } from "@/components/updates/report-fields";
import { usePreview } from "@/components/updates/use-preview";
import { type ReportState, saveReportAction } from "@/lib/actions/updates";
import { LIGHT_SHAPES } from "@/lib/charts/svg/light-shapes";
import type { Light, MetricKind } from "@/lib/domain/targets/types";
import { formatInstant } from "@/lib/i18n/format-instant";
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
  /** UserMenu saved the draft, and when. */
  readonly savedBy?: string | undefined;
  readonly words: FormWords;
}

const CHANGED = "changed";
const IDLE: ReportState = { status: "idle", errors: {}, conflict: null, saved: null };

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

/** The draft as the page brought it or as it was last saved here, whichever is newer. */
function newest({ updateId = null, version = null }: UpdateInput, saved: ReportState["saved"]): Draft {
  return saved !== null && saved.version > (version ?? 0) ? saved : { updateId, version };
}

function draftAddress(code: string, updateId: string): string {
  return `/targets/${encodeURIComponent(code)}/report?draft=${updateId}`;
}

/** Where the text of this report is kept; a new one may have become a draft since, in another browser. */
function textKeysOf({ code, startedFrom, input }: ReportFormProps, updateId: string | null): string[] {
  const key = (of: string) => `report:${code}:${of}`;
  const isNew = input.supersedesId === null && startedFrom === null;
  const start = key(startedFrom ?? "");
  return updateId === null || key(updateId) === start ? [start] : [key(updateId), ...(isNew ? [start] : [])];
}

function messageOf({ status, conflict }: ReportState, words: FormWords): string | null {
  if (status === "saved") return words.saved;
  if (status === "signed-out") return words.signedOut;
  if (status === "invalid") return words.invalid;
  if (status === "forbidden" || status === "not-found") return words.forbidden;
  if (status === "conflict" && conflict !== null) {
    const who = [conflict.by, conflict.at && formatInstant(conflict.at, words.lang)].filter(Boolean).join(", ");
    const why = conflict.why === CHANGED ? words.changed : (words.conflicts[conflict.why] ?? conflict.why);
    return `${why}${who === "" ? "" : ` (${who})`}`;
  }
  return null;
}

/** One number, one line of explanation, done. Nothing typed is lost by an error, a reload or an expired session. */
export function ReportForm(props: ReportFormProps) {
  const { code, input, words } = props;
  const ref = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const { words: support } = useFormSupport();
  const [answer, setAnswer] = useState<ReportState>(IDLE);
  const [saved, setSaved] = useState<ReportState["saved"]>(null);
  const { fault, isBusy: busy, send } = useRequest();
  const draft = newest(input, saved);
  const { restored, choice, choose, keep, follow, markSent, settle } = useStoredText(ref, {
    keys: textKeysOf(props, draft.updateId),
    version: draft.version === null ? null : String(draft.version),
  });
  useEffect(() => {
    if (fault !== null) keep();
  }, [fault]);
  const { light, preview } = usePreview(code, () => ref.current && inputOf(ref.current, input, draft));

  const accept = (next: ReportState) => {
    setAnswer(next);
    if (next.saved === null) return keep();
    setSaved(next.saved);
    settle();
    // From now on the address is the draft's: a reload goes on with it.
    if (next.status === "saved") window.history.replaceState(null, "", draftAddress(code, next.saved.updateId));
  };

  /** A file hangs on a draft: the first one makes it. */
  const draftId = async (): Promise<string | null> => {
    if (ref.current === null || draft.updateId !== null) return draft.updateId;
    markSent();
    const next = await saveReportAction(code, inputOf(ref.current, input, draft), "draft");
    accept(next);
    return next.saved?.updateId ?? null;
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const intent = submitter?.getAttribute("value") === "draft" ? "draft" : "submit";
    markSent();
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
      {choice !== null && (
        <TextConflict form={ref} differences={choice.differences} choose={choose} savedBy={props.savedBy} />
      )}
      <form
        ref={ref}
        onSubmit={submit}
        onInput={() => {
          follow();
          preview();
        }}
        inert={choice !== null}
        autoComplete="off"
        noValidate
        className="grid max-w-xl gap-4"
      >
        {restored && <p className="text-sm text-ink-soft">{support.restored}</p>}
        {props.waits !== null && (
          <p role="note" className="border-l-2 border-success pl-3">
            {props.waits}
          </p>
        )}
        <ReportFields {...props} errors={answer.errors} />
        <EvidenceFiles start={props.files} words={words.files} error={answer.errors.evidence} draft={draftId} />
        <Preview light={light} words={words} />
        <SubmitStatus
          isBusy={busy}
          working={words.working}
          fault={fault}
          isSignedOut={answer.status === "signed-out"}
          isSuccess={answer.status === "saved"}
          keep={keep}
        >
          {choice === null && messageOf(answer, words)}
          {choice === null && answer.conflict?.why === CHANGED && (
            <button type="button" onClick={() => router.refresh()} className="mt-1 block border px-3 py-1">
              {support.compare}
            </button>
          )}
        </SubmitStatus>
        <div className="flex flex-wrap gap-3">
          <button
            type="submit"
            value="submit"
            disabled={busy}
            className="border border-accent bg-accent-ground px-4 py-2 font-bold text-accent"
          >
            {busy ? words.working : words.submit}
          </button>
          <button type="submit" value="draft" disabled={busy} className="border px-4 py-2">
            {words.save}
          </button>
        </div>
      </form>
    </>
  );
}

function Done({ code, words }: { readonly code: string; readonly words: FormWords }) {
  return (
    <div role="status" className="grid gap-3 border-l-2 border-success pl-4">
      <p className="font-bold text-success">{words.submitted}</p>
      <p className="flex gap-4">
        <a className="underline" href="/my">
          {words.back}
        </a>
        <a className="underline" href={`/targets/${code}`}>
          {words.toTarget}
        </a>
      </p>
    </div>
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
