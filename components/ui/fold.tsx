import type { ReactNode } from "react";

interface FoldProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Something done now and then: folded away until it is wanted. Works without script. */
export function Fold({ title, children }: FoldProps) {
  return (
    <details className="border px-3 py-2">
      <summary className="py-1 font-bold [overflow-wrap:anywhere]">{title}</summary>
      <div className="py-2">{children}</div>
    </details>
  );
}
