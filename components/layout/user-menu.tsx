import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SignInLink } from "@/components/forms/submit-status";
import { SignOutForm } from "@/components/layout/sign-out-form";
import { buttonClass } from "@/components/ui/button";
import { PendingButton } from "@/components/ui/pending-button";
import { signOutAction } from "@/lib/actions/auth";
import type { Actor } from "@/lib/domain/permissions/actor";
import type { PersonNames } from "@/lib/views/account";

interface UserMenuProps {
  readonly actor: Actor;
  readonly person: PersonNames;
}

/** The signed-in person with a sign-out button, or a sign-in link. */
export async function UserMenu({ actor, person }: UserMenuProps) {
  const [t, layout] = await Promise.all([getTranslations("auth"), getTranslations("layout")]);
  const settings = layout("settings");
  if (actor.kind === "visitor") {
    return <SignInLink className={buttonClass({ size: "sm" })}>{t("signIn")}</SignInLink>;
  }
  return (
    <SignOutForm action={signOutAction} className="flex flex-wrap items-center gap-2">
      <Link href="/settings" prefetch={false} className="inline-block py-1 text-ink-soft underline" title={settings}>
        {person(actor.name)}
      </Link>
      <PendingButton size="sm">{t("signOut")}</PendingButton>
    </SignOutForm>
  );
}
