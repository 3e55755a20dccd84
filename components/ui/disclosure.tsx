import type { ReactNode } from "react";

interface DisclosureProps {
  readonly title: ReactNode;
  /** For an entry of a list, which has its own rules between entries: no border, and its title is printed too. */
  readonly isEntry?: boolean;
  readonly children: ReactNode;
}

/** Content that is closed by default. The native element: it works without script. */
export function Disclosure({ title, isEntry = false, children }: DisclosureProps) {
  return (
    <details className={isEntry ? "entry" : "border px-3 py-2"}>
      <summary className="py-1 font-bold [overflow-wrap:anywhere]">{title}</summary>
      <div className="py-2">{children}</div>
    </details>
  );
}
