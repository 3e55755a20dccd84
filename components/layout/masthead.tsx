import Link from "next/link";
import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/forms/plain-form";
import { NavLinks } from "@/components/layout/nav-links";
import { UserMenu } from "@/components/layout/user-menu";
import { Select } from "@/components/ui/input";
import { PendingButton } from "@/components/ui/pending-button";
import { changeLanguageAction, changeThemeAction } from "@/lib/actions/preferences";
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { THEMES, type Theme } from "@/lib/i18n/choices";
import type { PersonNames } from "@/lib/views/account";

const PLACES = [
  ["overview", "/"],
  ["targets", "/targets"],
  ["departments", "/departments"],
  ["sources", "/sources"],
  ["bulletins", "/bulletins"],
] as const;

/** The desks of reporters, reviewers and the supervision office, next to the public pages. */
function desksOf(actor: Actor) {
  if (actor.kind === "visitor") return [];
  const desks = [
    ["my", "/my", "reporter"],
    ["review", "/review", "reviewer"],
  ] as const;
  const own = desks.filter(([, , role]) => actor.memberships.some((one) => one.role === role));
  const office = [
    ["supervision", "/supervision", "supervision.read"],
    ["audit", "/audit", "event.read"],
    ["admin", "/admin/users", "administration"],
  ] as const;
  return [...own, ...office.filter(([, , action]) => can(actor, action, null))];
}

interface MastheadProps {
  readonly actor: Actor;
  readonly person: PersonNames;
  readonly theme: Theme;
}

/** The product's name, the navigation, and the choice of language and theme. */
export function Masthead({ actor, person, theme }: MastheadProps) {
  const [t, app] = [useTranslations("layout"), useTranslations("app")];
  return (
    <header className="border-b bg-surface">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3">
        <Link href="/" className="text-xl font-bold text-accent">
          {app("name")}
        </Link>
        <nav aria-label={t("nav")} className="flex flex-wrap gap-x-5">
          <NavLinks links={[...PLACES, ...desksOf(actor)].map(([key, href]) => ({ href, label: t(key) }))} />
        </nav>
        <div className="ml-auto flex flex-wrap items-center gap-3 text-sm">
          <UserMenu actor={actor} person={person} />
          <PlainForm action={changeThemeAction} className="flex items-center gap-1">
            <label className="sr-only" htmlFor="theme">
              {t("theme")}
            </label>
            <Select
              id="theme"
              name="theme"
              defaultValue={theme}
              key={theme}
              compact
              fit
              options={THEMES.map((value) => ({ value, label: t(value) }))}
            />
            <PendingButton size="sm">{t("apply")}</PendingButton>
          </PlainForm>
          <PlainForm action={changeLanguageAction}>
            <PendingButton name="language" value={t("languageValue")} size="sm">
              {t("language")}
            </PendingButton>
          </PlainForm>
        </div>
      </div>
    </header>
  );
}
