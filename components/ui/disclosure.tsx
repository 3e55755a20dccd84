import type { ReactNode } from "react";

interface DisclosureProps {
  readonly title: ReactNode;
  /** For an entry of a list: its title is printed too. */
  readonly isEntry?: boolean;
  readonly children: ReactNode;
}

/** Content that is closed by default. The native element: it works without script. */
export function Disclosure({ title, isEntry = false, children }: DisclosureProps) {
  return (
    <details className={`border px-3 py-2 ${isEntry ? "entry" : ""}`}>
      <summary className="py-1 font-bold [overflow-wrap:anywhere]">{title}</summary>
      <div className="py-2">{children}</div>
    </details>
  );
}
