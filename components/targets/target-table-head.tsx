import { useTranslations } from "next-intl";
import { DayLink } from "@/components/layout/day-link";
import { type Column, DataTableHead } from "@/components/ui/data-table";
import { filtersToQuery, type TargetFilters, type TargetSort } from "@/lib/schemas/target-list";

const COLUMNS = [
  ["target", "code", "left"],
  ["owner", "owner", "left"],
  ["latest", "reported", "right"],
  ["progress", "completion", "left"],
  ["light", "urgency", "left"],
  ["gap", "gap", "right"],
  ["due", "due", "right"],
] as const satisfies readonly (readonly [string, TargetSort, "left" | "right"])[];

/** The column headers: each sorts by its column, a second click reverses the order. The URL contains the order. */
export function TargetTableHead({
  filters,
  className,
}: {
  readonly filters: TargetFilters;
  readonly className: string;
}) {
  const t = useTranslations("targetList");
  const columns = COLUMNS.map(([key, sort, align]): Column => {
    const isActive = filters.sort === sort;
    const order = isActive && filters.order === "asc" ? "desc" : "asc";
    const query = filtersToQuery({ ...filters, sort, order, cursor: undefined });
    const direction = filters.order === "asc" ? "ascending" : "descending";
    const label = (
      <DayLink href={`/targets?${query}`} prefetch={false} className="py-1 hover:underline">
        {t(`columns.${key}`)}
        <span aria-hidden="true">{isActive ? (filters.order === "asc" ? " ↑" : " ↓") : ""}</span>
      </DayLink>
    );
    return { key, label, align, sort: isActive ? direction : undefined };
  });
  return <DataTableHead columns={columns} className={className} />;
}
