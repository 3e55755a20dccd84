import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

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
        <Link href="/targets" className="underline">
          {t("targets")}
        </Link>
        <Link href="/" className="underline">
          {t("overview")}
        </Link>
      </p>
    </div>
  );
}
