import type { ReactNode } from "react";

/** A short mark beside a word. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return <span className="border px-1 text-sm text-notice">{children}</span>;
}
