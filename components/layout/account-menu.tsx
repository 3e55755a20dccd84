import Link from "next/link";
import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/forms/plain-form";
import { SignInLink } from "@/components/forms/submit-status";
import { HeaderMenu } from "@/components/layout/header-menu";
import { SignOutForm } from "@/components/layout/sign-out-form";
import { buttonClass } from "@/components/ui/button";
import { PendingButton } from "@/components/ui/pending-button";
import { signOutAction } from "@/lib/actions/auth";
import { changeLanguageAction, changeThemeAction } from "@/lib/actions/preferences";
import type { Actor } from "@/lib/domain/permissions/actor";
import { canStart } from "@/lib/domain/start/start-steps";
import { THEMES, type Theme } from "@/lib/i18n/choices";
import type { PersonNames } from "@/lib/views/account";

interface AccountMenuProps {
  readonly actor: Actor;
  readonly person: PersonNames;
  readonly theme: Theme;
}

/** Language, appearance, settings and signing out; visitors get the first two and a link to sign in. */
export function AccountMenu({ actor, person, theme }: AccountMenuProps) {
  const [t, auth] = [useTranslations("layout"), useTranslations("auth")];
  const isVisitor = actor.kind === "visitor";
  return (
    <>
      <HeaderMenu id="account" label={isVisitor ? t("display") : person(actor.name)} title={t("account")}>
        <PlainForm action={changeLanguageAction}>
          <PendingButton
            name="language"
            value={t("languageValue")}
            lang={t("languageValue")}
            size="sm"
            className="w-full"
          >
            {t("language")}
          </PendingButton>
        </PlainForm>
        <PlainForm action={changeThemeAction}>
          <fieldset className="flex">
            <legend className="pb-1 text-sm text-ink-soft">{t("theme")}</legend>
            {THEMES.map((value) => (
              <PendingButton
                key={value}
                name="theme"
                value={value}
                size="sm"
                aria-pressed={value === theme}
                className="-ml-px grow aria-pressed:bg-accent-ground aria-pressed:font-bold"
              >
                {t(value)}
              </PendingButton>
            ))}
          </fieldset>
        </PlainForm>
        {!isVisitor && (
          <>
            <Link href="/desk?tour" prefetch={false} className="py-2 underline">
              {t("tour")}
            </Link>
            {canStart(actor) && (
              <Link href="/start" prefetch={false} className="py-2 underline">
                {t("start")}
              </Link>
            )}
            <Link href="/settings" prefetch={false} className="py-2 underline">
              {t("settings")}
            </Link>
            <SignOutForm action={signOutAction}>
              <PendingButton size="sm" className="w-full">
                {auth("signOut")}
              </PendingButton>
            </SignOutForm>
          </>
        )}
      </HeaderMenu>
      {isVisitor && <SignInLink className={buttonClass({ size: "sm" })}>{auth("signIn")}</SignInLink>}
    </>
  );
}
