import type { ReactNode } from "react";

interface FormGroupProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** Fields of a target's form that belong together. */
export function FormGroup({ title, hint, children }: FormGroupProps) {
  return (
    <fieldset className="grid gap-3 border px-3 py-3">
      <legend className="px-1 font-bold">{title}</legend>
      {hint && <p className="text-sm text-ink-soft">{hint}</p>}
      <div className="grid items-start gap-3 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}
