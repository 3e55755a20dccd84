import { useTranslations } from "next-intl";
import { DayLink } from "@/components/layout/day-link";
import { filtersToQuery, type TargetFilters, type TargetSort } from "@/lib/schemas/target-list";

const COLUMNS = [
  ["target", "code", ""],
  ["owner", "owner", ""],
  ["latest", "reported", "text-right"],
  ["progress", "completion", ""],
  ["light", "urgency", ""],
  ["gap", "gap", "text-right"],
  ["due", "due", "text-right"],
] as const satisfies readonly (readonly [string, TargetSort, string])[];

/** The columns; each heading orders by its column, and once more the other way. The order stands in the address. */
export function TargetTableHead({ filters }: { readonly filters: TargetFilters }) {
  const t = useTranslations("targetList");
  return (
    <thead className="max-md:hidden">
      <tr className="border-b text-sm text-ink-soft">
        {COLUMNS.map(([column, sort, align]) => {
          const isActive = filters.sort === sort;
          const order = isActive && filters.order === "asc" ? "desc" : "asc";
          const query = filtersToQuery({ ...filters, sort, order, cursor: undefined });
          const direction = filters.order === "asc" ? "ascending" : "descending";
          return (
            <th
              key={column}
              scope="col"
              aria-sort={isActive ? direction : undefined}
              className={`py-2 pr-3 font-normal whitespace-nowrap ${align || "text-left"}`}
            >
              <DayLink href={`/targets?${query}`} prefetch={false} className="py-1 hover:underline">
                {t(`columns.${column}`)}
                <span aria-hidden="true">{isActive ? (filters.order === "asc" ? " ↑" : " ↓") : ""}</span>
              </DayLink>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
