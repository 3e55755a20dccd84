import type { ReactNode } from "react";

/** The props that connect a control with its label, hint and error. */
export interface ControlProps {
  readonly id: string;
  readonly "aria-invalid": boolean | undefined;
  readonly "aria-describedby": string | undefined;
}

interface FieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** For filters and dense rows. */
  readonly compact?: boolean;
  readonly className?: string;
  readonly children: (control: ControlProps) => ReactNode;
}

function controlProps(id: string, hint: ReactNode, error: string | undefined): ControlProps {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return { id, "aria-invalid": error ? true : undefined, "aria-describedby": described || undefined };
}

function Notes({ id, hint, error }: Pick<FieldProps, "id" | "hint" | "error">) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-sm text-notice">
          {error}
        </p>
      )}
    </>
  );
}

/** A label, its control, a hint and an error; the control refers to both by aria-describedby. */
export function Field({ id, label, hint, error, compact = false, className = "", children }: FieldProps) {
  return (
    <div className={`grid grid-cols-1 content-start gap-1 ${compact ? "text-sm" : ""} ${className}`}>
      <label htmlFor={id} className={compact ? "text-ink-soft" : "font-bold"}>
        {label}
      </label>
      {children(controlProps(id, hint, error))}
      <Notes id={id} hint={hint} error={error} />
    </div>
  );
}

/** Fields one below the other: labels in one column, controls and buttons in the next; on a phone labels are above. */
export function FieldRows({ children }: { readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-3 sm:[&>div]:grid-cols-[9rem_minmax(0,1fr)] sm:[&>div]:items-center sm:[&>div]:gap-x-3 sm:[&>div>p]:col-start-2 sm:[&>button]:ml-39">
      {children}
    </div>
  );
}

interface FieldsetProps extends Omit<FieldProps, "label" | "compact" | "children"> {
  readonly legend: string;
  readonly framed?: boolean;
  readonly children: ReactNode;
}

/** A group of controls for one question, or one part of a long form. */
export function Fieldset({ id, legend, hint, error, framed = false, className = "", children }: FieldsetProps) {
  const { "aria-describedby": describedBy } = controlProps(id, hint, error);
  return (
    <fieldset
      aria-describedby={describedBy}
      className={`grid grid-cols-1 gap-2 ${framed ? "border px-3 py-3" : ""} ${className}`}
    >
      <legend className={`font-bold ${framed ? "px-1" : ""}`}>{legend}</legend>
      <Notes id={id} hint={hint} error={undefined} />
      {children}
      <Notes id={id} hint={undefined} error={error} />
    </fieldset>
  );
}
