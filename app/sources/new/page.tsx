import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { NewSource } from "@/components/proposals/new-source";
import { can } from "@/lib/domain/permissions/can";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("proposals"))("title") };
}

export default async function NewSourcePage({ searchParams }: WithQuery) {
  const { actor, clock } = await getContext();
  if (actor.kind === "visitor") return redirectToSignIn("/sources/new", searchParams);
  if (!can(actor, "target.create", null)) return <NotAllowed />;
  return <NewSource today={clock.today} />;
}
