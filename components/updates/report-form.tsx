"use client";
import { type FormEvent, useEffect, useRef, useState, useTransition } from "react";
import { type EvidenceEntry, EvidenceFiles } from "@/components/evidence/evidence-files";
import type { FormWords } from "@/components/updates/form-words";
import { ReportFields } from "@/components/updates/report-fields";
import { useKeptForm } from "@/components/updates/use-kept-form";
import { type FormAnswer, previewLight, sendReport } from "@/lib/actions/updates";
import { LIGHT_SHAPES } from "@/lib/charts/light-shapes";
import type { Light, MetricKind } from "@/lib/domain/targets/types";
import { formatInstant } from "@/lib/i18n/format-instant";
import type { UpdateInput } from "@/lib/schemas/update";

export interface ReportFormProps {
  readonly code: string;
  readonly kind: MetricKind;
  readonly unit: string;
  readonly steps: readonly { readonly key: string; readonly title: string }[];
  readonly input: UpdateInput;
  /** The previous value as a sentence. */
  readonly previous: string;
  readonly isCorrection: boolean;
  readonly min: string;
  readonly max: string;
  readonly files: readonly EvidenceEntry[];
  readonly words: FormWords;
}

const PREVIEW_DELAY = 400;
const IDLE: FormAnswer = { status: "idle", errors: {}, conflict: null, saved: null };

function inputOf(form: HTMLFormElement, start: UpdateInput, saved: FormAnswer["saved"]): UpdateInput {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "");
  const steps = [...data.entries()].flatMap(([name, doneOn]) =>
    name.startsWith("step:") ? [{ key: name.slice("step:".length), doneOn: String(doneOn) }] : [],
  );
  return {
    ...start,
    ...saved,
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

function messageOf({ status, conflict }: FormAnswer, words: FormWords): string | null {
  if (status === "saved") return words.saved;
  if (status === "invalid") return words.invalid;
  if (status === "forbidden" || status === "not-found") return words.forbidden;
  if (status === "conflict" && conflict !== null) {
    const who = [conflict.by, conflict.at && formatInstant(conflict.at, words.lang)].filter(Boolean).join(", ");
    return `${words.conflicts[conflict.why] ?? conflict.why}${who === "" ? "" : ` (${who})`}`;
  }
  return null;
}

/** One number, one line of explanation, done. Nothing typed is lost by an error, a reload or an expired session. */
export function ReportForm(props: ReportFormProps) {
  const { code, input, words } = props;
  const ref = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [answer, setAnswer] = useState<FormAnswer>(IDLE);
  const [saved, setSaved] = useState<FormAnswer["saved"]>(null);
  const [failed, setFailed] = useState(false);
  const [light, setLight] = useState<Light | null>(null);
  const [busy, startTransition] = useTransition();
  const { restored, keep, forget } = useKeptForm(ref, `report:${code}:${input.updateId ?? input.supersedesId ?? ""}`);

  const preview = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      if (ref.current === null) return;
      const shown = await previewLight(code, inputOf(ref.current, input, saved)).catch(() => null);
      setLight(shown?.light ?? null);
    }, PREVIEW_DELAY);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  /** A file hangs on a draft: the first one makes it. */
  const draft = async (): Promise<string | null> => {
    if (ref.current === null) return null;
    const known = saved?.updateId ?? input.updateId ?? null;
    if (known !== null) return known;
    const next = await sendReport(code, inputOf(ref.current, input, saved), "draft");
    setAnswer(next);
    if (next.saved === null) return null;
    setSaved(next.saved);
    return next.saved.updateId;
  };

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const intent = submitter?.getAttribute("value") === "draft" ? "draft" : "submit";
    if (busy) return;
    startTransition(async () => {
      try {
        const next = await sendReport(code, inputOf(form, input, saved), intent);
        setFailed(false);
        setAnswer(next);
        if (next.saved !== null) {
          setSaved(next.saved);
          forget();
        }
        const [first] = Object.keys(next.errors);
        if (first !== undefined) form.querySelector<HTMLElement>(`#${first}`)?.focus();
      } catch {
        setFailed(true);
      }
    });
  };

  if (answer.status === "submitted") return <Done code={code} words={words} />;
  return (
    <form
      ref={ref}
      onSubmit={send}
      onInput={() => {
        keep();
        preview();
      }}
      noValidate
      className="grid max-w-xl gap-4"
    >
      {restored && <p className="text-sm text-ink-soft">{words.restored}</p>}
      <ReportFields {...props} errors={answer.errors} />
      <EvidenceFiles start={props.files} words={words.files} error={answer.errors.evidence} draft={draft} />
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
      <div role="status" className={answer.status === "saved" && !failed ? "text-success" : "text-notice"}>
        {failed ? words.failed : messageOf(answer, words)}
        {answer.status === "signed-out" && (
          <a className="underline" href={`/sign-in?next=${encodeURIComponent(`/targets/${code}/report`)}`}>
            {words.signedOut}
          </a>
        )}
      </div>
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
