import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UserList } from "@/components/admin/user-list";
import { NotAllowed } from "@/components/auth/not-allowed";
import { DeskTour } from "@/components/layout/desk-tour";
import { getLanguage } from "@/lib/i18n/preferences";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { showsTour } from "@/lib/server/accounts/tours";
import { listDepartmentRecords } from "@/lib/server/admin/departments";
import { listUsers } from "@/lib/server/admin/users";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { getSender } from "@/lib/server/mail";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("users") };
}

export default async function UsersPage({ searchParams }: WithQuery) {
  const [context, lang, person] = await Promise.all([getContext(), getLanguage(), getPersonNames()]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/admin/users", searchParams);
  const [users, departments] = await Promise.all([listUsers(context, lang), listDepartmentRecords(context)]);
  if (users === null || departments === null) return <NotAllowed />;
  const sendsMail = getSender() !== null;
  return (
    <>
      {(await showsTour("admin", context, await searchParams)) && <DeskTour desk="admin" />}
      <UserList {...{ users, departments, sendsMail, person, lang }} />
    </>
  );
}
