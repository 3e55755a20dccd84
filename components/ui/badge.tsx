import type { ReactNode } from "react";

/** A short label next to a word. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return <span className="border border-ink-soft px-1 text-sm text-ink-soft">{children}</span>;
}
