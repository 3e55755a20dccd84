import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getLanguage, getTheme } from "@/lib/i18n/preferences";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return { title: { default: t("title"), template: `%s · ${t("title")}` }, description: t("description") };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [lang, theme] = await Promise.all([getLanguage(), getTheme()]);
  return (
    <html lang={lang} data-theme={theme}>
      <body>{children}</body>
    </html>
  );
}
