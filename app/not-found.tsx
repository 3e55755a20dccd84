import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notFound"))("title") };
}

export default async function NotFound() {
  const t = await getTranslations("notFound");
  return (
    <div className="grid gap-3">
      <h1>{t("title")}</h1>
      <p>{t("lead")}</p>
      <p className="flex flex-wrap gap-x-4">
        <DayLink href="/targets" className="underline">
          {t("targets")}
        </DayLink>
        <DayLink href="/" className="underline">
          {t("overview")}
        </DayLink>
      </p>
    </div>
  );
}
