// The query parameters of the list of users.
import { z } from "zod";
import { ACCOUNT_STATES } from "@/lib/domain/accounts/account-state";
import { DEPARTMENT_ROLES, OFFICE_ROLES } from "@/lib/domain/permissions/actor";
import { parseLeniently, toQuery } from "@/lib/schemas/query-input";
import { exactText, singleLine } from "@/lib/schemas/text";

export const USER_ROLES = [...OFFICE_ROLES, ...DEPARTMENT_ROLES] as const;
export const USER_SORTS = ["name", "signed-in"] as const;
export type UserSort = (typeof USER_SORTS)[number];

const listOf = <T extends z.ZodType>(item: T) => z.array(item).max(50).default([]);

const userFiltersSchema = z.object({
  q: singleLine.trim().max(100).default(""),
  department: listOf(exactText.regex(/^[a-z0-9-]{1,60}$/)),
  role: listOf(z.enum(USER_ROLES)),
  state: listOf(z.enum(ACCOUNT_STATES)),
  sort: z.enum(USER_SORTS).default("name"),
  order: z.enum(["asc", "desc"]).default("asc"),
  cursor: exactText.max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type UserFilters = z.output<typeof userFiltersSchema>;

/** What is open next to the list: one account, or the invitation, perhaps with a role. */
const userPanelSchema = z.object({
  user: exactText.max(100).optional(),
  invite: z.enum(["yes", ...DEPARTMENT_ROLES]).optional(),
});
export type UserPanel = z.output<typeof userPanelSchema>;

const NO_USER_FILTERS: UserFilters = userFiltersSchema.parse({});

export const USER_LISTS = ["department", "role", "state"] as const;
const LISTS: ReadonlySet<string> = new Set(USER_LISTS);

export interface UserListAddress {
  readonly filters: UserFilters;
  readonly panel: UserPanel;
  /** Names of the invalid parameters. */
  readonly ignored: readonly string[];
}

export function parseUserList(params: URLSearchParams): UserListAddress {
  const { parsed: filters, ignored } = parseLeniently(userFiltersSchema, params, LISTS);
  const { parsed: panel } = parseLeniently(userPanelSchema, params, LISTS);
  return { filters, panel, ignored };
}

export function userListAddress(filters: UserFilters, panel: UserPanel = {}): string {
  const query = toQuery({ ...filters, ...panel }, NO_USER_FILTERS).toString();
  return query === "" ? "/admin/users" : `/admin/users?${query}`;
}

interface UserCondition {
  readonly field: "q" | (typeof USER_LISTS)[number];
  readonly value: string;
  /** The same list without this filter, from its first page. */
  readonly without: UserFilters;
}

export function userConditions(filters: UserFilters): UserCondition[] {
  const first = { ...filters, cursor: undefined };
  const chosen = USER_LISTS.flatMap((field): UserCondition[] => {
    const values: readonly string[] = filters[field];
    return values.map((value) => ({
      field,
      value,
      without: { ...first, [field]: values.filter((other) => other !== value) },
    }));
  });
  return filters.q === "" ? chosen : [{ field: "q", value: filters.q, without: { ...first, q: "" } }, ...chosen];
}

/** The whole list in the same order. */
export function withoutUserConditions({ sort, order, limit }: UserFilters): UserFilters {
  return { ...NO_USER_FILTERS, sort, order, limit };
}
