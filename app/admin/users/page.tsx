import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitePanel } from "@/components/admin/invite-panel";
import { UserList } from "@/components/admin/user-list";
import { UserPanel } from "@/components/admin/user-panel";
import { NotAllowed } from "@/components/auth/not-allowed";
import { DeskTour } from "@/components/layout/desk-tour";
import { StartPanel } from "@/components/start/start-panel";
import { getLanguage } from "@/lib/i18n/preferences";
import { toSearchParams } from "@/lib/schemas/query-input";
import { parseUserList, userListAddress } from "@/lib/schemas/user-list";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { showsTour } from "@/lib/server/accounts/tours";
import { listDepartmentRecords } from "@/lib/server/admin/departments";
import { getUser, listUsers } from "@/lib/server/admin/user-list";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { getAbsence } from "@/lib/server/delegations/data";
import { getSender } from "@/lib/server/mail";
import { getOpenStart } from "@/lib/server/start/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("users") };
}

export default async function UsersPage({ searchParams }: WithQuery) {
  const [context, lang, person] = await Promise.all([getContext(), getLanguage(), getPersonNames()]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/admin/users", searchParams);
  const address = parseUserList(toSearchParams(await searchParams));
  const { filters, panel } = address;
  const [list, departments, user] = await Promise.all([
    listUsers(filters, context, lang),
    listDepartmentRecords(context),
    panel.user === undefined ? null : getUser(panel.user, context, lang),
  ]);
  if (list === null || departments === null) return <NotAllowed />;
  const absence = user === null ? null : await getAbsence(user.id, context);
  const sendsMail = getSender() !== null;
  const closeHref = userListAddress(filters);
  const ofPanel = { departments, closeHref, lang };
  const start = await getOpenStart(context);
  const open =
    panel.user !== undefined ? (
      <UserPanel {...ofPanel} user={user} absence={absence} person={person} sendsMail={sendsMail} />
    ) : (
      panel.invite !== undefined && <InvitePanel {...ofPanel} department={filters.department[0]} role={panel.invite} />
    );
  return (
    <>
      <StartPanel start={start} actor={context.actor} />
      {start === null && (await showsTour("admin", context, await searchParams)) && <DeskTour desk="admin" />}
      <UserList {...{ list, address, departments, sendsMail, person, lang }} panel={open} />
    </>
  );
}
