import type { ReactNode } from "react";

/** A short label next to a word. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return <span className="border px-1 text-sm text-notice">{children}</span>;
}
