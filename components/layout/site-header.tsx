import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NavLinks } from "@/components/layout/nav-links";
import { SearchForm } from "@/components/layout/search-form";
import { buttonClass } from "@/components/ui/button";
import type { Actor } from "@/lib/domain/permissions/actor";
import { listDesks, type TaskCounts } from "@/lib/views/desks";

const PLACES = [
  ["overview", "/"],
  ["targets", "/targets"],
  ["departments", "/departments"],
  ["sources", "/sources"],
  ["bulletins", "/bulletins"],
] as const;

interface SiteHeaderProps {
  readonly actor: Actor;
  readonly counts: TaskCounts;
  /** The menus at the end of the row. */
  readonly children: ReactNode;
}

/**
 * One row: name, navigation with task counts, search and menus. On a phone everything but the name is a popover, the
 * browser's own: it opens without script, and closes on Escape or a press outside.
 */
export function SiteHeader({ actor, counts, children }: SiteHeaderProps) {
  const [t, app] = [useTranslations("layout"), useTranslations("app")];
  const tasks = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const links = [
    ...PLACES.map(([key, href]) => ({ href, label: t(key) })),
    ...listDesks(actor).map(([key, href]) => ({
      href,
      label: t(key),
      section: key === "admin" ? "/admin" : undefined,
      count: counts[key] ?? 0,
    })),
  ];
  return (
    <header className="border-b bg-surface">
      <div className="mx-auto flex min-h-13 max-w-7xl items-center gap-x-5 px-4">
        <Link href="/" className="py-2 text-xl font-bold whitespace-nowrap text-accent">
          {app("name")}
        </Link>
        <button type="button" popoverTarget="menu" className={`${buttonClass({ size: "sm" })} ml-auto gap-2 lg:hidden`}>
          {t("menu")}
          {tasks > 0 && <span className="count">{tasks}</span>}
        </button>
        <div
          id="menu"
          popover="auto"
          className="top-13 m-0 w-full max-w-none border-b bg-surface p-4 text-ink max-lg:absolute max-lg:shadow-lg lg:contents"
        >
          <nav
            aria-label={t("nav")}
            className="flex max-lg:mb-3 max-lg:flex-col max-lg:divide-y lg:items-center lg:gap-x-4"
          >
            <NavLinks links={links} />
          </nav>
          <SearchForm label={t("search")} placeholder={t("searchPlaceholder")} />
          {children}
        </div>
      </div>
    </header>
  );
}
