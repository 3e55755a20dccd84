import { getTranslations } from "next-intl/server";
import { NavLinks } from "@/components/layout/nav-links";

/** The ways between the pages of administration. */
export async function AdminNav() {
  const t = await getTranslations("admin");
  const pages = ["users", "departments", "metrics", "calendars", "working-days", "rules"] as const;
  const links = pages.map((key) => ({ href: `/admin/${key}`, label: t(key) }));
  return (
    <nav aria-label={t("title")} className="mb-4 flex flex-wrap gap-x-5 border-b pb-1">
      <NavLinks links={links} />
    </nav>
  );
}
