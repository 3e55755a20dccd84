// The desks of reporters, reviewers, the supervision office and administrators: navigation and landing page.
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";

const DEPARTMENT_DESKS = [
  ["my", "/my", "reporter"],
  ["review", "/review", "reviewer"],
] as const;
const OFFICE_DESKS = [
  ["supervision", "/supervision", "supervision.read"],
  ["admin", "/admin/users", "administration"],
  ["audit", "/audit", "event.read"],
] as const;

export type DeskKey = (typeof DEPARTMENT_DESKS | typeof OFFICE_DESKS)[number][0];

/** The number of tasks that wait on a desk; a desk without a count has none to show. */
export type TaskCounts = Readonly<Partial<Record<DeskKey, number>>>;

/** The desks of an actor with their paths. */
export function listDesks(actor: Actor): readonly (readonly [DeskKey, string])[] {
  if (actor.kind === "visitor") return [];
  const own = DEPARTMENT_DESKS.filter(([, , role]) => actor.memberships.some((one) => one.role === role));
  const office = OFFICE_DESKS.filter(([, , action]) => can(actor, action, null));
  return [...own, ...office].map(([key, path]) => [key, path] as const);
}

/** The page after sign-in: the actor's own desk, otherwise the overview. */
export function getOwnDesk(actor: Actor): string {
  if (actor.kind === "visitor") return "/";
  const [first] = actor.memberships.length > 0 ? listDesks(actor) : [];
  if (first !== undefined) return first[1];
  if (actor.officeRole === "administrator") return "/admin/users";
  return actor.officeRole === "supervisor" ? "/supervision" : "/";
}

/** What a user can hide: the tours of the desks, of the overview for people without one, and the first steps. */
export const TOURS = ["my", "review", "supervision", "admin", "overview", "start"] as const;

export type Tour = (typeof TOURS)[number];
