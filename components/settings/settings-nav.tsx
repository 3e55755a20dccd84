import { getTranslations } from "next-intl/server";
import { SubNav } from "@/components/layout/sub-nav";

/** Links between the settings pages. */
export async function SettingsNav() {
  const t = await getTranslations("settings");
  const links = [
    { href: "/settings", label: t("title") },
    { href: "/settings/absence", label: t("absence") },
    { href: "/settings/account", label: t("account") },
  ];
  return <SubNav label={t("sections")} links={links} />;
}
