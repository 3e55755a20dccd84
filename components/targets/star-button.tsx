/** The id of the form that the buttons submit. */
export const STAR_FORM = "stars";

interface StarButtonProps {
  readonly code: string;
  readonly isStarred: boolean;
  readonly label: string;
  /** Shown next to the star; without it the label is only its name. */
  readonly text?: string;
}

/** Adds a target to the own watch list, or removes it. */
export function StarButton({ code, isStarred, label, text }: StarButtonProps) {
  return (
    <button
      type="submit"
      form={STAR_FORM}
      name={isStarred ? "unstar" : "star"}
      value={code}
      aria-pressed={isStarred}
      aria-label={label}
      title={label}
      className={`inline-flex shrink-0 items-center justify-center gap-1 hover:text-accent pointer-coarse:min-h-11 pointer-coarse:min-w-11 ${text === undefined ? "min-h-6 min-w-6" : "border px-2 py-1 text-sm"} ${isStarred ? "text-ink" : "text-ink-soft"}`}
    >
      <span aria-hidden="true">{isStarred ? "★" : "☆"}</span>
      {text}
    </button>
  );
}
