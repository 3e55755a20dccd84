import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FormSupportProvider } from "@/components/forms/form-support";
import { getFormSupportWords } from "@/components/forms/get-form-words";
import { AccountMenu } from "@/components/layout/account-menu";
import { AsOfBanner } from "@/components/layout/as-of-banner";
import { DAY_PLACE } from "@/components/layout/as-of-limits";
import { AsOfMenu, OnDataPages } from "@/components/layout/as-of-menu";
import { DemoBanner } from "@/components/layout/demo-banner";
import { HeaderMenu } from "@/components/layout/header-menu";
import { KeyboardSheet } from "@/components/layout/keyboard-sheet";
import { NavLinks } from "@/components/layout/nav-links";
import { SiteHeader } from "@/components/layout/site-header";
import { getLanguage, getTheme, hasShortcuts } from "@/lib/i18n/preferences";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { getTaskCounts } from "@/lib/server/accounts/task-counts";
import { getContext } from "@/lib/server/context";
import { env } from "@/lib/server/env";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return { title: { default: t("title"), template: `%s · ${t("title")}` }, description: t("description") };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const context = await getContext();
  const { actor, clock } = context;
  const [lang, theme, keys, counts, person, t, method, support] = await Promise.all([
    getLanguage(),
    getTheme(),
    hasShortcuts(),
    getTaskCounts(context),
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
          <SiteHeader actor={actor} counts={counts}>
            <OnDataPages>
              <HeaderMenu id="as-of-menu" label={t("asOfMenu")} title={t("asOfLabel")}>
                <AsOfMenu
                  words={{ label: t("asOfLabel"), go: t("asOfGo"), slider: t("asOfSlider"), today: t("today") }}
                  today={clock.today}
                />
              </HeaderMenu>
            </OnDataPages>
            <AccountMenu actor={actor} person={person} theme={theme} />
          </SiteHeader>
          {env.GUATU_MODE === "demo" && <DemoBanner today={clock.today} lang={lang} />}
          <AsOfBanner
            words={{
              looking: t("asOfBanner", { day: DAY_PLACE }),
              present: t("asOfPresent"),
              noDrafts: t("asOfNoDrafts"),
              back: t("asOfBack"),
            }}
            lang={lang}
            today={clock.today}
          />
          <main id="content" className="mx-auto max-w-7xl px-4 py-6">
            {children}
          </main>
          <footer className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 px-4 pb-6 text-sm print:hidden [&_a]:underline">
            <NavLinks links={[{ href: "/method", label: method("title") }]} />
            <KeyboardSheet isOn={keys} />
          </footer>
        </FormSupportProvider>
      </body>
    </html>
  );
}
