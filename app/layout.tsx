import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FormSupportProvider } from "@/components/forms/form-support";
import { getFormSupportWords } from "@/components/forms/get-form-words";
import { AsOfBanner } from "@/components/layout/as-of-banner";
import { AsOfFooter } from "@/components/layout/as-of-footer";
import { DemoBanner } from "@/components/layout/demo-banner";
import { Masthead } from "@/components/layout/masthead";
import { compileMessage } from "@/lib/i18n/compile-message";
import { getLanguage, getTheme } from "@/lib/i18n/preferences";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { getContext } from "@/lib/server/context";
import { env } from "@/lib/server/env";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return { title: { default: t("title"), template: `%s · ${t("title")}` }, description: t("description") };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [lang, theme, { actor, clock }, person, t, method, support] = await Promise.all([
    getLanguage(),
    getTheme(),
    getContext(),
    getPersonNames(),
    getTranslations("layout"),
    getTranslations("method"),
    getFormSupportWords(),
  ]);
  return (
    <html lang={lang} data-theme={theme}>
      <body>
        <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:bg-surface focus:p-2">
          {t("skip")}
        </a>
        <FormSupportProvider person={actor.kind === "user" ? actor.userId : null} words={support}>
          <Masthead actor={actor} person={person} theme={theme} />
          {env.GUATU_MODE === "demo" && <DemoBanner today={clock.today} lang={lang} />}
          <AsOfBanner
            words={{
              looking: compileMessage(lang, t.raw("asOfBanner")),
              present: t("asOfPresent"),
              noDrafts: t("asOfNoDrafts"),
              back: t("asOfBack"),
            }}
            lang={lang}
            today={clock.today}
          />
          <main id="content" className="mx-auto max-w-6xl px-4 py-6">
            {children}
          </main>
          <AsOfFooter words={{ label: t("asOfLabel"), go: t("asOfGo"), method: method("title") }} today={clock.today} />
        </FormSupportProvider>
      </body>
    </html>
  );
}
