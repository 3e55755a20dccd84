import type { ReactNode } from "react";

interface EmptyStateProps {
  readonly children: ReactNode;
  /** What to do about it. */
  readonly action?: ReactNode;
}

/** What a list shows when it has no entries. */
export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-start gap-2 py-3 text-ink-soft">
      <p>{children}</p>
      {action}
    </div>
  );
}
