"use client";
// A form around a server action: what was typed stays after a refusal, each error stands beside its field.
import { useRouter } from "next/navigation";
import { createContext, type FormEvent, type ReactNode, useContext, useId, useRef } from "react";
import { messageOf, outcomeOf } from "@/components/forms/answer-message";
import { useFormSupport } from "@/components/forms/form-support";
import { SubmitStatus } from "@/components/forms/submit-status";
import { TextConflict } from "@/components/forms/text-conflict";
import { useSubmitForm } from "@/components/forms/use-submit-form";
import { NumberInput } from "@/components/ui/number-input";
import { type ActionState, IDLE } from "@/lib/actions/action-state";
import type { Language } from "@/lib/i18n/languages";

export interface ActionFormWords {
  readonly lang: Language;
  readonly working: string;
  readonly done: string;
  readonly invalid: string;
  readonly gone: string;
  readonly signedOut: string;
  readonly conflicts: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

interface Sent {
  readonly formId: string;
  readonly answer: ActionState;
  readonly words: ActionFormWords;
  readonly isBusy: boolean;
}
const SubmitContext = createContext<Sent | null>(null);

function useSubmitContext(): Sent {
  const sent = useContext(SubmitContext);
  if (sent === null) throw new Error("a field stands outside of an ActionForm");
  return sent;
}

interface ActionFormProps {
  readonly action: (before: ActionState, form: FormData) => Promise<ActionState>;
  readonly words: ActionFormWords;
  /** Asked before it is sent, where it cannot be undone. */
  readonly confirmation?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

export function ActionForm({ action, words, confirmation, label, children }: ActionFormProps) {
  const formId = useId();
  const ref = useRef<HTMLFormElement>(null);
  const support = useFormSupport();
  const router = useRouter();
  const sent = useSubmitForm(ref, action, IDLE, outcomeOf);
  const { answer, fault, isBusy, restored, choice, keep } = sent;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy || (confirmation !== undefined && !window.confirm(confirmation))) return;
    sent.deliver(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter));
  };
  return (
    <SubmitContext.Provider value={{ formId, answer, words, isBusy }}>
      {choice !== null && <TextConflict form={ref} differences={choice.differences} choose={sent.choose} />}
      <form
        ref={ref}
        action={sent.post}
        onSubmit={submit}
        onInput={sent.follow}
        inert={choice !== null}
        aria-label={label}
        autoComplete="off"
        className="grid grid-cols-1 gap-3"
        noValidate
      >
        {restored !== null && (
          <p className="text-sm text-ink-soft">
            {support.words.restored} {restored.hadFiles && support.words.filesAgain}
          </p>
        )}
        {children}
        <SubmitStatus
          isBusy={isBusy}
          working={words.working}
          fault={fault}
          isSignedOut={answer.status === "signed-out"}
          isSuccess={answer.status === "done"}
          keep={keep}
        >
          {choice === null && messageOf(answer, words)}
          {choice === null && answer.conflict?.why === "changed" && (
            <button type="button" onClick={() => router.refresh()} className="mt-1 block border px-3 py-1">
              {support.words.current}
            </button>
          )}
        </SubmitStatus>
      </form>
    </SubmitContext.Provider>
  );
}

const INPUT = "w-full border bg-surface px-2 py-2";

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
}

function Field({ name, label, hint, children }: Omit<FieldProps, "value"> & { children: (aria: object) => ReactNode }) {
  const { formId, answer, words } = useSubmitContext();
  const error = answer.errors[name];
  const id = `${formId}-${name}`;
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className="grid grid-cols-1 gap-1">
      <label htmlFor={id} className="font-bold">
        {label}
      </label>
      {children({ id, name, "aria-invalid": error !== undefined, "aria-describedby": described || undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-sm text-notice">
          {words.errors[error] ?? error}
        </p>
      )}
    </div>
  );
}

export function TextField({
  type = "text",
  value,
  autoComplete = type === "password" ? "new-password" : "off",
  ...field
}: FieldProps & { readonly type?: "text" | "date" | "email" | "password"; readonly autoComplete?: string }) {
  return (
    <Field {...field}>
      {(aria) => <input {...aria} type={type} defaultValue={value} autoComplete={autoComplete} className={INPUT} />}
    </Field>
  );
}

export function NumberField({
  value,
  allowsNegative = false,
  ...field
}: FieldProps & { readonly allowsNegative?: boolean }) {
  return (
    <Field {...field}>
      {(aria) => <NumberInput {...aria} allowsNegative={allowsNegative} defaultValue={value} className={INPUT} />}
    </Field>
  );
}

export function AreaField({ value, rows = 3, ...field }: FieldProps & { readonly rows?: number }) {
  return (
    <Field {...field}>{(aria) => <textarea {...aria} rows={rows} defaultValue={value} className={INPUT} />}</Field>
  );
}

interface SelectFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export function SelectField({ value, options, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {(aria) => (
        <select {...aria} defaultValue={value} className={INPUT}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface FileFieldProps extends Omit<FieldProps, "value"> {
  /** Without their dot: what the reader's file dialog offers. */
  readonly endings: readonly string[];
  readonly multiple?: boolean;
  /** Told of the first file, or of none. */
  readonly onFile?: (file: File | null) => void;
}

export function FileField({ endings, multiple = false, onFile, ...field }: FileFieldProps) {
  const accept = endings.map((ending) => `.${ending}`).join(",");
  return (
    <Field {...field}>
      {(aria) => (
        <input
          {...aria}
          type="file"
          multiple={multiple}
          accept={accept}
          onChange={(event) => onFile?.(event.currentTarget.files?.[0] ?? null)}
          className={INPUT}
        />
      )}
    </Field>
  );
}

interface SubmitProps {
  readonly children: ReactNode;
  /** Sent along, where one form has several buttons. */
  readonly name?: string;
  readonly value?: string;
  readonly tone?: "main" | "plain" | "grave";
}

const TONES = { main: "border-accent font-bold text-accent", plain: "", grave: "text-notice" };

export function Submit({ children, name, value, tone = "main" }: SubmitProps) {
  const { isBusy } = useSubmitContext();
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-disabled={isBusy}
      className={`justify-self-start border px-4 py-2 ${TONES[tone]}`}
    >
      {children}
    </button>
  );
}
