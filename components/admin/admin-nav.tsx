import { getTranslations } from "next-intl/server";
import { SubNav } from "@/components/layout/sub-nav";

/** Links between the administration pages. */
export async function AdminNav() {
  const t = await getTranslations("admin");
  const pages = [
    "users",
    "departments",
    "metrics",
    "calendars",
    "working-days",
    "rules",
    "reminders",
    "settings",
  ] as const;
  const links = pages.map((key) => ({ href: `/admin/${key}`, label: t(key) }));
  const labels = { href: "/targets/labels", label: t("labels") };
  return <SubNav label={t("title")} links={[...links, labels]} />;
}
