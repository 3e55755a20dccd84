import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SetupForm } from "@/components/auth/setup-form";
import { isSetupTokenValid } from "@/lib/server/auth/first-administrator";

interface SetupPageProps {
  readonly searchParams: Promise<{ token?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("setupTitle"), referrer: "no-referrer", robots: { index: false } };
}

export default async function SetupPage({ searchParams }: SetupPageProps) {
  const [{ token }, t] = await Promise.all([searchParams, getTranslations("auth")]);
  const isGood = typeof token === "string" && (await isSetupTokenValid(token));
  return (
    <div className="grid gap-4">
      <h1>{t("setupTitle")}</h1>
      {isGood ? <SetupForm token={token} /> : <p>{t("setupRefused")}</p>}
    </div>
  );
}
