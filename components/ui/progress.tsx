interface ProgressProps {
  /** Null while the total is unknown. */
  readonly ratio: number | null;
  readonly label: string;
}

/** A running job with its state in words. */
export function Progress({ ratio, label }: ProgressProps) {
  return (
    <span role="status" className="flex items-center gap-2">
      <progress max={1} value={ratio ?? undefined} aria-label={label} className="accent-ink-soft" />
      <span className="text-sm whitespace-nowrap tabular-nums">{label}</span>
    </span>
  );
}
