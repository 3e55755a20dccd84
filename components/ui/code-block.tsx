import type { ReactNode } from "react";

/** Text to be copied: one click selects all of it. */
export function CodeBlock({ children }: { readonly children: ReactNode }) {
  return <div className="w-full border bg-surface px-2 py-2 font-mono text-sm break-all select-all">{children}</div>;
}
