import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { ShowMore } from "@/components/ui/show-more";

interface ListSectionProps {
  readonly title: string;
  /** Shown for an empty list. */
  readonly none?: string;
  readonly count: number;
  /** Label of the button that shows the entries beyond the first dozen; without it all are shown. */
  readonly rest?: (count: number) => string;
  /** A link to the entries that are not on this page. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

/** A list with a heading and its count. */
export function ListSection({ title, none, count, rest, more, children }: ListSectionProps) {
  return (
    <section>
      <h2 className="border-b pb-1">
        {title} <span className="font-normal text-ink-soft tabular-nums">{count}</span>
      </h2>
      {count === 0 && none && <EmptyState>{none}</EmptyState>}
      {rest ? <ShowMore label={rest}>{children}</ShowMore> : <ul className="divide-y">{children}</ul>}
      {more}
    </section>
  );
}
