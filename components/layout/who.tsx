import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { signOut } from "@/lib/actions/auth";
import type { Actor } from "@/lib/domain/permissions/actor";

/** Who is signed in, and the way out; or the way in. */
export async function Who({ actor }: { readonly actor: Actor }) {
  const t = await getTranslations("auth");
  if (actor.kind === "visitor") {
    return (
      <Link href="/sign-in" prefetch={false} className="border px-2 py-1">
        {t("signIn")}
      </Link>
    );
  }
  return (
    <form action={signOut} className="flex flex-wrap items-center gap-2">
      <span className="text-ink-soft">{actor.name}</span>
      <button type="submit" className="border px-2 py-1">
        {t("signOut")}
      </button>
    </form>
  );
}
