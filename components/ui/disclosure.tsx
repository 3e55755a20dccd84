import type { ReactNode } from "react";

interface DisclosureProps {
  readonly title: string;
  /** Its title is an entry of a list, and stands on paper too. */
  readonly isEntry?: boolean;
  readonly children: ReactNode;
}

/** Something done now and then: folded away until it is wanted. Works without script. */
export function Disclosure({ title, isEntry = false, children }: DisclosureProps) {
  return (
    <details className={`border px-3 py-2 ${isEntry ? "entry" : ""}`}>
      <summary className="py-1 font-bold [overflow-wrap:anywhere]">{title}</summary>
      <div className="py-2">{children}</div>
    </details>
  );
}
