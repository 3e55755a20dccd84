import Link from "next/link";
import { useTranslations } from "next-intl";
import { INVITATIONS_FORM } from "@/components/admin/invitation-form";
import { Checkbox } from "@/components/ui/checkbox";
import { type Column, DataTableHead } from "@/components/ui/data-table";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { INVITABLE } from "@/lib/domain/accounts/account-state";
import { formatInstant } from "@/lib/i18n/format-instant";
import type { Language } from "@/lib/i18n/languages";
import { type UserFilters, type UserSort, userListAddress } from "@/lib/schemas/user-list";
import type { PersonNames, UserView } from "@/lib/views/account";

interface UserTableProps {
  readonly users: readonly UserView[];
  readonly filters: UserFilters;
  /** The account whose panel is open. */
  readonly openId: string | undefined;
  readonly person: PersonNames;
  readonly lang: Language;
}

const COLUMNS = [
  ["name", "name"],
  ["department", null],
  ["role", null],
  ["state", null],
  ["signedIn", "signed-in"],
] as const satisfies readonly (readonly [string, UserSort | null])[];

const ROWS =
  "text-sm leading-snug max-md:grid max-md:grid-cols-1 max-md:gap-3 max-md:[&_:is(td,th)]:block md:[&_:is(td,th)]:border-b md:[&_:is(td,th)]:py-1.5 md:[&_td]:pr-3";

function Head({ filters }: Pick<UserTableProps, "filters">) {
  const t = useTranslations("userList");
  const columns = COLUMNS.map(([key, sort]): Column => {
    if (sort === null) return { key, label: t(key) };
    const isActive = filters.sort === sort;
    const order = isActive && filters.order === "asc" ? "desc" : "asc";
    const label = (
      <Link
        href={userListAddress({ ...filters, sort, order, cursor: undefined })}
        prefetch={false}
        className="py-1 hover:underline"
      >
        {t(key)}
        <span aria-hidden="true">{isActive ? (filters.order === "asc" ? " ↑" : " ↓") : ""}</span>
      </Link>
    );
    return { key, label, sort: isActive ? (filters.order === "asc" ? "ascending" : "descending") : undefined };
  });
  return <DataTableHead columns={columns} className="max-md:hidden" />;
}

/** The roles, one line each; with several, each names its department. */
function roleLines({ officeRole, memberships }: UserView, t: ReturnType<typeof useTranslations<"admin">>): string[] {
  const isSingle = memberships.length + (officeRole === null ? 0 : 1) === 1;
  return [
    ...(officeRole === null ? [] : [t(`roles.${officeRole}`)]),
    ...memberships.map(({ role, department }) => `${t(`roles.${role}`)}${isSingle ? "" : ` · ${department}`}`),
  ];
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}

/** The state; of an account that can be invited, with the checkbox that selects it. */
function InvitationTick({ user, person }: Pick<UserTableProps, "person"> & { readonly user: UserView }) {
  const t = useTranslations("userList");
  const { id, name, state } = user;
  if (!INVITABLE.includes(state)) return t(`states.${state}`);
  return (
    <Checkbox form={INVITATIONS_FORM} name="user" value={id}>
      {t(`states.${state}`)} <span className="sr-only">{t("select", { name: person(name) })}</span>
    </Checkbox>
  );
}

function Row({ user, filters, openId, person, lang }: Omit<UserTableProps, "users"> & { readonly user: UserView }) {
  const [t, admin] = [useTranslations("userList"), useTranslations("admin")];
  const { id, name, email, memberships, state, isInvited, invitationExpiresAt, lastSignedInAt } = user;
  return (
    <tr
      data-open={id === openId || undefined}
      className="align-top data-open:bg-accent-ground max-md:block max-md:border max-md:bg-surface max-md:p-3"
    >
      <th scope="row" className="pr-3 text-left font-normal">
        <Link
          id={`user-${id}`}
          href={userListAddress(filters, { user: id })}
          scroll={false}
          prefetch={false}
          aria-current={id === openId ? "true" : undefined}
          className="font-bold underline [overflow-wrap:anywhere] pointer-coarse:inline-block pointer-coarse:py-2"
        >
          {person(name)}
        </Link>
        <span className="block text-ink-soft [overflow-wrap:anywhere]">{email}</span>
      </th>
      <td>
        <Lines lines={[...new Set(memberships.map(({ department }) => department))]} />
      </td>
      <td>
        <Lines lines={roleLines(user, admin)} />
      </td>
      <td className={state === "expired" ? "text-notice" : state === "active" ? "" : "text-ink-soft"}>
        <InvitationTick user={user} person={person} />
        {state === "invited" && invitationExpiresAt !== null && (
          <span className="block whitespace-nowrap tabular-nums">
            {t("invitedUntil", { until: formatInstant(invitationExpiresAt.toISOString(), lang) })}
          </span>
        )}
      </td>
      <td className="whitespace-nowrap tabular-nums">
        <span className="text-ink-soft md:hidden">{t("signedIn")}: </span>
        {lastSignedInAt === null ? (
          <span className="text-ink-soft">{t(isInvited ? "never" : "notRecorded")}</span>
        ) : (
          formatInstant(lastSignedInAt.toISOString(), lang)
        )}
      </td>
    </tr>
  );
}

/** One row per account; cards on a phone. A name opens its panel. */
export function UserTable({ users, filters, ...rest }: UserTableProps) {
  const t = useTranslations("admin");
  return (
    <ScrollRegion label={t("users")}>
      <table className="w-full border-collapse max-md:block">
        <caption className="sr-only">{t("users")}</caption>
        <Head filters={filters} />
        <tbody className={ROWS}>
          {users.map((user) => (
            <Row key={user.id} user={user} filters={filters} {...rest} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
