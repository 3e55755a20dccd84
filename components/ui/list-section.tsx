import type { ReactNode } from "react";
import { ShowMore } from "@/components/ui/show-more";

interface ListSectionProps {
  readonly title: string;
  /** What stands here when there is nothing; without it an empty list is just its heading. */
  readonly none?: string;
  readonly count: number;
  /** What opens the entries beyond the first dozen; without it all stand open. */
  readonly rest?: (count: number) => string;
  /** The way to the entries that are not on the page. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

/** A heading with its count, and the list under it. */
export function ListSection({ title, none, count, rest, more, children }: ListSectionProps) {
  return (
    <section>
      <h2 className="border-b pb-1">
        {title} <span className="font-normal text-ink-soft tabular-nums">{count}</span>
      </h2>
      {count === 0 && none && <p className="py-2 text-ink-soft">{none}</p>}
      {rest ? <ShowMore label={rest}>{children}</ShowMore> : <ul className="divide-y">{children}</ul>}
      {more}
    </section>
  );
}
