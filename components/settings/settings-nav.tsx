import { getTranslations } from "next-intl/server";
import { NavLinks } from "@/components/layout/nav-links";

/** The ways between one's own settings. */
export async function SettingsNav() {
  const t = await getTranslations("settings");
  const links = [
    { href: "/settings", label: t("title") },
    { href: "/settings/account", label: t("account") },
  ];
  return (
    <nav aria-label={t("sections")} className="mb-4 flex flex-wrap gap-x-5 border-b pb-1">
      <NavLinks links={links} />
    </nav>
  );
}
