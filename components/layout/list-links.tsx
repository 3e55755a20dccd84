import { useTranslations } from "next-intl";
import { DayLink } from "@/components/layout/day-link";
import { countPages, type DeskView } from "@/lib/schemas/desk-view";

interface ShowAllLinkProps {
  /** The desk's path. */
  readonly place: string;
  readonly list: string;
  readonly shown: number;
  readonly total: number;
}

/** Links from the first entries of a list to all of them. */
export function ShowAllLink({ place, list, shown, total }: ShowAllLinkProps) {
  const t = useTranslations("desk");
  if (total <= shown) return null;
  return (
    <DayLink href={`${place}?list=${list}`} prefetch={false} className="inline-block py-2 underline print:hidden">
      {t("all", { count: total })}
    </DayLink>
  );
}

interface PaginationProps {
  readonly place: string;
  readonly view: DeskView<string>;
  readonly total: number;
}

/** Links to the next and previous page of a list, and back to the whole desk. */
export function Pagination({ place, view, total }: PaginationProps) {
  const t = useTranslations("desk");
  if (view.list === null) return null;
  const to = (page: number) => `${place}?list=${view.list}${page === 1 ? "" : `&page=${page}`}`;
  const pages = countPages(total);
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-baseline gap-x-6 gap-y-2 print:hidden">
      {pages > 1 && <span className="text-ink-soft tabular-nums">{t("page", { page: view.page, pages })}</span>}
      {view.page > 1 && (
        <DayLink href={to(view.page - 1)} prefetch={false} className="py-1 underline" rel="prev">
          {t("previous")}
        </DayLink>
      )}
      {view.page < pages && (
        <DayLink href={to(view.page + 1)} prefetch={false} className="py-1 underline" rel="next">
          {t("next")}
        </DayLink>
      )}
      <DayLink href={place} prefetch={false} className="py-1 underline">
        {t("whole")}
      </DayLink>
    </nav>
  );
}
