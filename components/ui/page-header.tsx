import type { ReactNode } from "react";

interface PageHeaderProps {
  readonly title: ReactNode;
  /** The page's context: a link back, a code. */
  readonly context?: ReactNode;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}

/** The heading of a page with one sentence about its purpose. */
export function PageHeader({ title, context, lead, children }: PageHeaderProps) {
  return (
    <header>
      {context && <p className="text-sm text-ink-soft">{context}</p>}
      <h1>{title}</h1>
      {lead && <p className="text-ink-soft">{lead}</p>}
      {children}
    </header>
  );
}
