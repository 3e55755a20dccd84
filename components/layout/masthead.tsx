import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { chooseLanguage, chooseTheme } from "@/lib/actions/preferences";
import { THEMES, type Theme } from "@/lib/i18n/choices";

const PLACES = [
  ["overview", "/"],
  ["targets", "/targets"],
  ["departments", "/departments"],
  ["sources", "/sources"],
] as const;

interface MastheadProps {
  readonly theme: Theme;
}

/** The product's name, the ways to its pages, and the reader's language and appearance. */
export async function Masthead({ theme }: MastheadProps) {
  const [t, app] = await Promise.all([getTranslations("layout"), getTranslations("app")]);
  return (
    <header className="border-b bg-surface">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3">
        <Link href="/" className="text-xl font-bold text-accent">
          {app("name")}
        </Link>
        <nav aria-label={t("nav")} className="flex flex-wrap gap-x-5">
          {PLACES.map(([key, href]) => (
            <Link key={key} href={href} prefetch={false} className="hover:underline">
              {t(key)}
            </Link>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-3 text-sm">
          <form action={chooseTheme} className="flex items-center gap-1">
            <label className="sr-only" htmlFor="theme">
              {t("theme")}
            </label>
            <select id="theme" name="theme" defaultValue={theme} key={theme} className="border bg-surface px-1 py-1">
              {THEMES.map((one) => (
                <option key={one} value={one}>
                  {t(one)}
                </option>
              ))}
            </select>
            <button type="submit" className="border px-2 py-1">
              {t("apply")}
            </button>
          </form>
          <form action={chooseLanguage}>
            <button type="submit" name="language" value={t("languageValue")} className="border px-2 py-1">
              {t("language")}
            </button>
          </form>
        </div>
      </div>
    </header>
  );
}
