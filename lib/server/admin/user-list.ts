// The list of accounts, page by page, and one account of it.
import "server-only";
import { ACCOUNT_STATES } from "@/lib/domain/accounts/account-state";
import { DEPARTMENT_ROLES, OFFICE_ROLES } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import type { Language } from "@/lib/i18n/languages";
import type { UserFilters, UserSort } from "@/lib/schemas/user-list";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { Prisma } from "@/lib/server/db/generated/client";
import { personFoundSql } from "@/lib/server/search/person-sql";
import type { UserView } from "@/lib/views/account";

export interface UserPage {
  readonly users: UserView[];
  /** All accounts that match, on all pages. */
  readonly total: number;
  /** The accounts that were never invited, whatever the filters. */
  readonly notInvited: number;
  readonly nextCursor: string | null;
}

interface UserRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly office_role: string | null;
  readonly is_demo: boolean;
  readonly has_password: boolean;
  readonly state: string;
  readonly last_signed_in_at: Date | null;
  readonly invitation_expires_at: Date | null;
  readonly sort_key: string;
}

const HAS_PASSWORD = Prisma.sql`EXISTS (SELECT 1 FROM account a
  WHERE a.user_id = u.id AND a.provider_id = 'credential')`;

const INVITED_UNTIL = Prisma.sql`(SELECT max(v.expires_at) FROM verification v
  WHERE v.identifier = 'invitation:' || u.id)`;
const WAS_INVITED = Prisma.sql`EXISTS (SELECT 1 FROM event e WHERE e.entity = 'user' AND e.entity_id = u.id
  AND e.action IN ('user.invited', 'user.invitation-renewed'))`;

function stateSql(now: Date): Prisma.Sql {
  return Prisma.sql`CASE
    WHEN u.disabled_at IS NOT NULL THEN 'disabled'
    WHEN u.is_demo OR ${HAS_PASSWORD} THEN 'active'
    WHEN ${INVITED_UNTIL} > ${now} THEN 'invited'
    WHEN ${WAS_INVITED} THEN 'expired'
    ELSE 'not-invited' END`;
}

/** Of `user_account u`: without a password and never invited, so that nobody can sign in with it. */
export const NOT_INVITED = Prisma.sql`u.disabled_at IS NULL AND NOT u.is_demo AND NOT ${HAS_PASSWORD} AND NOT ${WAS_INVITED}`;

/** The accounts without a password that were never invited, the oldest first. */
export async function listNotInvited(database: Pick<Transaction, "$queryRaw">, limit: number): Promise<string[]> {
  const found = await database.$queryRaw<{ id: string }[]>`SELECT u.id FROM user_account u
    WHERE ${NOT_INVITED} ORDER BY u.created_at, u.id LIMIT ${limit}`;
  return found.map(({ id }) => id);
}

/** Every order is a text, so that one comparison paginates both; the id breaks ties. No sign-in is the earliest. */
const SORT_KEYS: Readonly<Record<UserSort, Prisma.Sql>> = {
  name: Prisma.sql`u.name`,
  "signed-in": Prisma.sql`lpad((coalesce(extract(epoch FROM u.last_signed_in_at), 0) * 1000)::bigint::text, 15, '0')`,
};

/** A role in a department that has not ended. */
function membershipSql(departments: readonly string[], roles: readonly string[]): Prisma.Sql {
  const inDepartment =
    departments.length === 0
      ? Prisma.empty
      : Prisma.sql`AND m.department_id IN (SELECT d.id FROM department d WHERE d.slug = ANY(${departments}))`;
  const inRole = roles.length === 0 ? Prisma.empty : Prisma.sql`AND m.role = ANY(${roles})`;
  return Prisma.sql`EXISTS (SELECT 1 FROM membership m
    WHERE m.user_id = u.id AND m.ended_at IS NULL ${inDepartment} ${inRole})`;
}

/** With both filters, a role of a department counts only in one of the chosen departments. */
function roleConditions({ department, role }: UserFilters): Prisma.Sql[] {
  const ofOffice = role.filter((one) => OFFICE_ROLES.some((office) => office === one));
  const ofDepartment = role.filter((one) => DEPARTMENT_ROLES.some((other) => other === one));
  const conditions = department.length === 0 ? [] : [membershipSql(department, [])];
  if (role.length === 0) return conditions;
  const office = Prisma.sql`u.office_role = ANY(${ofOffice})`;
  const inRole =
    ofDepartment.length === 0 ? office : Prisma.sql`(${office} OR ${membershipSql(department, ofDepartment)})`;
  return [...conditions, inRole];
}

function conditionsSql(filters: UserFilters, now: Date): Prisma.Sql {
  const words = filters.q.split(/\s+/).filter(Boolean);
  const all = [Prisma.sql`true`, ...words.map(personFoundSql), ...roleConditions(filters)];
  if (filters.state.length > 0) all.push(Prisma.sql`${stateSql(now)} = ANY(${filters.state})`);
  return Prisma.join(all, " AND ");
}

function encodeCursor({ sort_key, id }: UserRecord): string {
  return Buffer.from(JSON.stringify([sort_key, id])).toString("base64url");
}

/** Text that is not a cursor of this list is ignored. */
function afterCursor({ cursor, order }: UserFilters): Prisma.Sql {
  if (cursor === undefined) return Prisma.sql`true`;
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    if (typeof key !== "string" || typeof id !== "string") return Prisma.sql`true`;
    const place = Prisma.sql`(${key}::text COLLATE "C", ${id}::text)`;
    return order === "asc" ? Prisma.sql`(sort_key, id) > ${place}` : Prisma.sql`(sort_key, id) < ${place}`;
  } catch {
    return Prisma.sql`true`;
  }
}

function columnsSql(sort: UserSort, now: Date): Prisma.Sql {
  return Prisma.sql`u.id, u.name, u.email, u.office_role, u.is_demo, u.last_signed_in_at, ${HAS_PASSWORD} AS has_password,
    ${INVITED_UNTIL} AS invitation_expires_at,
    ${stateSql(now)} AS state, ${SORT_KEYS[sort]} COLLATE "C" AS sort_key`;
}

/** The accounts with their roles, in the same order. */
async function toViews(records: readonly UserRecord[], { actor }: Context, lang: Language): Promise<UserView[]> {
  const memberships = await db.membership.findMany({
    where: { userId: { in: records.map(({ id }) => id) }, endedAt: null },
    select: { id: true, userId: true, role: true, department: { select: { name: true, nameEn: true } } },
    orderBy: [{ department: { order: "asc" } }, { role: "asc" }],
  });
  return records.map((user) => ({
    id: user.id,
    name: user.name,
    email: user.email,
    officeRole: user.office_role === null ? null : oneOf(OFFICE_ROLES, user.office_role),
    memberships: memberships
      .filter(({ userId }) => userId === user.id)
      .map(({ id, department, role }) => ({
        id,
        department: lang === "en" ? department.nameEn : department.name,
        role: oneOf(DEPARTMENT_ROLES, role),
      })),
    isDemo: user.is_demo,
    state: oneOf(ACCOUNT_STATES, user.state),
    isInvited: !user.is_demo && !user.has_password,
    invitationExpiresAt: user.invitation_expires_at,
    lastSignedInAt: user.last_signed_in_at,
    isOneself: actor.kind === "user" && actor.userId === user.id,
  }));
}

/** One page of the accounts that match. Null for all users except administrators. */
export async function listUsers(
  filters: UserFilters,
  context: Context,
  lang: Language,
  now = new Date(),
): Promise<UserPage | null> {
  if (!can(context.actor, "administration", null)) return null;
  const matching = conditionsSql(filters, now);
  const direction = filters.order === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const [found, [counted], [waiting]] = await Promise.all([
    db.$queryRaw<UserRecord[]>`
      SELECT * FROM (SELECT ${columnsSql(filters.sort, now)} FROM user_account u WHERE ${matching}) matching
      WHERE ${afterCursor(filters)} ORDER BY sort_key ${direction}, id ${direction} LIMIT ${filters.limit + 1}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM user_account u WHERE ${matching}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM user_account u WHERE ${NOT_INVITED}`,
  ]);
  const page = found.slice(0, filters.limit);
  const last = page.at(-1);
  return {
    users: await toViews(page, context, lang),
    total: counted?.total ?? 0,
    notInvited: waiting?.total ?? 0,
    nextCursor: found.length > page.length && last !== undefined ? encodeCursor(last) : null,
  };
}

/** Null for an unknown account, and for all users except administrators. */
export async function getUser(
  id: string,
  context: Context,
  lang: Language,
  now = new Date(),
): Promise<UserView | null> {
  if (!can(context.actor, "administration", null)) return null;
  const found = await db.$queryRaw<UserRecord[]>`
    SELECT ${columnsSql("name", now)} FROM user_account u WHERE u.id = ${id}`;
  const [user] = await toViews(found, context, lang);
  return user ?? null;
}
