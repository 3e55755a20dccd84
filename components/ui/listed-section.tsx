import type { ReactNode } from "react";

interface ListedSectionProps {
  readonly title: string;
  /** What stands here when there is nothing; without it an empty list is just its heading. */
  readonly none?: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** A heading with its count, and the list under it. */
export function ListedSection({ title, none, count, children }: ListedSectionProps) {
  return (
    <section>
      <h2 className="border-b pb-1">
        {title} <span className="font-normal text-ink-soft tabular-nums">{count}</span>
      </h2>
      {count === 0 && none && <p className="py-2 text-ink-soft">{none}</p>}
      <ul className="divide-y">{children}</ul>
    </section>
  );
}
