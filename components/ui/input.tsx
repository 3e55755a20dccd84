import type { ComponentProps } from "react";

/** `fit`: as wide as its content instead of its container. */
export function inputClass({ compact = false, fit = false } = {}): string {
  return `${fit ? "" : "w-full"} border border-control bg-surface px-2 ${compact ? "py-1" : "py-2"} aria-invalid:border-notice disabled:bg-ground disabled:text-ink-soft pointer-coarse:min-h-11`;
}

interface Look {
  /** For filters and dense rows. */
  readonly compact?: boolean | undefined;
  readonly fit?: boolean | undefined;
}

export function Input({ compact, fit, className = "", ...rest }: ComponentProps<"input"> & Look) {
  return <input {...rest} className={`${inputClass({ compact, fit })} ${className}`} />;
}

export function TextArea({ className = "", ...rest }: ComponentProps<"textarea">) {
  return <textarea {...rest} className={`${inputClass()} ${className}`} />;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectProps extends ComponentProps<"select">, Look {
  readonly options: readonly Option[];
}

/** The native select: it works without script and opens the platform's picker on a phone. */
export function Select({ options, compact, fit, className = "", ...rest }: SelectProps) {
  return (
    <select {...rest} className={`${inputClass({ compact, fit })} ${className}`}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
