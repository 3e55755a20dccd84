import type { ReactNode } from "react";

export interface Column {
  readonly key: string;
  readonly label: ReactNode;
  readonly align?: "left" | "right" | undefined;
  /** It stays when the table scrolls sideways. */
  readonly isFixed?: boolean;
  readonly sort?: "ascending" | "descending" | undefined;
}

interface DataTableHeadProps {
  readonly columns: readonly Column[];
  readonly className?: string;
}

/** The header row of a table of data: numbers are right-aligned, and the sorted column is marked. */
export function DataTableHead({ columns, className = "" }: DataTableHeadProps) {
  return (
    <thead className={className}>
      <tr className="border-b text-sm text-ink-soft">
        {columns.map(({ key, label, align = "left", isFixed, sort }) => (
          <th
            key={key}
            scope="col"
            aria-sort={sort}
            className={`py-2 pr-3 font-normal whitespace-nowrap ${align === "right" ? "text-right" : "text-left"} ${isFixed ? "sticky left-0 z-1 bg-ground" : ""}`}
          >
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}
