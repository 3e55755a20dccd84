import { Children, type ReactNode } from "react";

interface ShowMoreProps {
  /** Label of the closed part, for example "190 more". */
  readonly label: (count: number) => string;
  readonly children: ReactNode;
}

const SHOWN = 12;

/** The first entries of a list, and the rest in a closed disclosure, so that a long list does not hide what follows. */
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
