// A delegate stands in for an absent person: the department roles that a delegation gives, and the dates it can have.
import { addDays, type IsoDate } from "@/lib/domain/calendar/iso-date";
import {
  type Actor,
  type ActorMembership,
  type DepartmentRole,
  hasOtherRole,
  type OfficeRole,
  type Principal,
} from "@/lib/domain/permissions/actor";

/** A longer absence is a change of roles, which administrators make. */
const MOST_DELEGATED_DAYS = 366;

/** Whether somebody with this office role can be a delegate: those who decide for the office do not report or review. */
export function canBeDelegate(officeRole: OfficeRole | null): boolean {
  return officeRole === null || officeRole === "reader";
}

/**
 * The user's memberships with the delegated ones. A role that the user has anyway is used in their own right. Where the
 * user would get the other role of a department too, the delegation has no effect: a figure takes two people.
 */
export function withDelegated(
  own: readonly ActorMembership[],
  delegated: readonly ActorMembership[],
): readonly ActorMembership[] {
  const held = [...own];
  for (const one of delegated) if (!hasOtherRole(held, one)) held.push(one);
  return held;
}

/** The absent people whose role in the department the actor has. */
export function delegatedIn(actor: Actor, departmentId: string, role?: DepartmentRole): Principal[] {
  if (actor.kind === "visitor") return [];
  return actor.memberships.flatMap((one) =>
    one.onBehalfOf !== undefined && one.departmentId === departmentId && (role === undefined || one.role === role)
      ? [one.onBehalfOf]
      : [],
  );
}

/** For whom the actor acts in the department; null for those who have a role of their own there, or none. */
export function principalIn(actor: Actor, departmentId: string): Principal | null {
  if (actor.kind === "visitor") return null;
  const hasOwn = actor.memberships.some((one) => one.departmentId === departmentId && one.onBehalfOf === undefined);
  return hasOwn ? null : (delegatedIn(actor, departmentId)[0] ?? null);
}

/** principalIn() by the slug of the department, for lists. */
export function principalOf(actor: Actor, departmentSlug: string): Principal | null {
  if (actor.kind === "visitor") return null;
  const found = actor.memberships.find((one) => one.departmentSlug === departmentSlug);
  return found === undefined ? null : principalIn(actor, found.departmentId);
}

/** For whom a report is written: its draft keeps the person for whom it was begun, unless they continue it themselves. */
export function reportedFor(
  actor: Actor,
  departmentId: string,
  draft: { readonly authorId: string; readonly onBehalfOfId: string | null } | null,
): string | null {
  if (actor.kind === "visitor") return null;
  if (draft === null) return principalIn(actor, departmentId)?.userId ?? null;
  const begunFor = draft.onBehalfOfId ?? draft.authorId;
  return begunFor === actor.userId ? null : begunFor;
}

export interface Days {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

/** Whether two absences share a day; both days of an absence belong to it. */
export function doOverlap(one: Days, other: Days): boolean {
  return one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;
}

/** The field of an absence that is wrong, and why; null for a valid one. */
export function findDayError({ startsOn, endsOn }: Days, today: IsoDate): Readonly<Record<string, string>> | null {
  if (startsOn < today) return { startsOn: "absence-in-the-past" };
  if (endsOn < startsOn) return { endsOn: "ends-before-start" };
  if (endsOn >= addDays(startsOn, MOST_DELEGATED_DAYS)) return { endsOn: "absence-too-long" };
  return null;
}
