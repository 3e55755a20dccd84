import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getInvitationWords } from "@/components/admin/get-invitation-words";
import { InvitationBar } from "@/components/admin/invitation-bar";
import { UserListFilters } from "@/components/admin/user-filters";
import { UserTable } from "@/components/admin/user-table";
import { getFormWords } from "@/components/forms/get-form-words";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { WithPanel } from "@/components/ui/side-panel";
import { INVITABLE } from "@/lib/domain/accounts/account-state";
import type { Language } from "@/lib/i18n/languages";
import { type UserListAddress, userListAddress } from "@/lib/schemas/user-list";
import type { PersonNames, UserView } from "@/lib/views/account";
import type { DepartmentRecord } from "@/lib/views/department";

interface UserListProps {
  readonly list: {
    readonly users: readonly UserView[];
    readonly total: number;
    readonly notInvited: number;
    readonly nextCursor: string | null;
  };
  readonly address: UserListAddress;
  readonly departments: readonly DepartmentRecord[];
  /** The open panel; null without one. */
  readonly panel: ReactNode;
  /** Links are mailed; if no mail is configured, they are shown. */
  readonly sendsMail: boolean;
  readonly person: PersonNames;
  readonly lang: Language;
}

/** All accounts as a table, and what is done to one of them in a panel next to it. */
export async function UserList({ list, address, departments, panel, sendsMail, person, lang }: UserListProps) {
  const [t, users, targets, words, formWords] = await Promise.all([
    getTranslations("admin"),
    getTranslations("userList"),
    getTranslations("targetList"),
    getInvitationWords(),
    getFormWords(),
  ]);
  const { filters, ignored } = address;
  const hasRows = list.users.some(({ state }) => INVITABLE.includes(state));
  return (
    <WithPanel panel={panel}>
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <h1>{t("users")}</h1>
        <p role="status" className="mr-auto text-ink-soft tabular-nums">
          <strong className="text-ink">{users("count", { total: list.total })}</strong>
          {list.users.length < list.total && ` · ${targets("shown", { shown: list.users.length })}`}
        </p>
        <Link href="/admin/users/import" prefetch={false} className={`${buttonClass({ size: "sm" })} print:hidden`}>
          {users("import")}
        </Link>
        <Link
          id="invite-user"
          href={userListAddress(filters, { invite: "yes" })}
          scroll={false}
          prefetch={false}
          className={`${buttonClass({ variant: "primary", size: "sm" })} print:hidden`}
        >
          {t("invite")}
        </Link>
      </header>
      {ignored.length > 0 && <p role="alert">{targets("ignored", { names: ignored.join(", ") })}</p>}
      <UserListFilters filters={filters} departments={departments} lang={lang} />
      {(hasRows || list.notInvited > 0) && (
        <InvitationBar {...{ words, formWords, sendsMail, hasRows }} notInvited={list.notInvited} />
      )}
      {list.users.length === 0 ? (
        <EmptyState>{users("none")}</EmptyState>
      ) : (
        <UserTable users={list.users} filters={filters} openId={address.panel.user} person={person} lang={lang} />
      )}
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2 empty:hidden print:hidden">
        {filters.cursor !== undefined && (
          <Link href={userListAddress({ ...filters, cursor: undefined })} prefetch={false} className="underline">
            {targets("first")}
          </Link>
        )}
        {list.nextCursor !== null && (
          <Link
            href={userListAddress({ ...filters, cursor: list.nextCursor })}
            prefetch={false}
            rel="next"
            className="underline"
          >
            {targets("next")}
          </Link>
        )}
      </p>
    </WithPanel>
  );
}
