import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UserImport } from "@/components/admin/user-import";
import { NotAllowed } from "@/components/auth/not-allowed";
import { can } from "@/lib/domain/permissions/can";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("users.title") };
}

export default async function ImportUsersPage({ searchParams }: WithQuery) {
  const { actor } = await getContext();
  if (actor.kind === "visitor") return redirectToSignIn("/admin/users/import", searchParams);
  return can(actor, "administration", null) ? <UserImport /> : <NotAllowed />;
}
