import { getTranslations } from "next-intl/server";

export default async function OverviewPage() {
  const t = await getTranslations("app");
  return <h1>{t("title")}</h1>;
}
