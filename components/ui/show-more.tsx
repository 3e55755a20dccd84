import { Children, type ReactNode } from "react";

interface ShowMoreProps {
  /** What opens the rest, e.g. "Another 190". */
  readonly label: (count: number) => string;
  readonly children: ReactNode;
}

const SHOWN = 12;

/** A list's first entries, and the rest behind a fold: two hundred do not push away what stands below them. */
export function ShowMore({ label, children }: ShowMoreProps) {
  const entries = Children.toArray(children);
  const rest = entries.slice(SHOWN);
  return (
    <>
      <ul className="divide-y">{entries.slice(0, SHOWN)}</ul>
      {rest.length > 0 && (
        <details className="border-t">
          <summary className="py-2">{label(rest.length)}</summary>
          <ul className="divide-y border-t">{rest}</ul>
        </details>
      )}
    </>
  );
}
