// Who acts. Only the session gate (lib/server/auth) makes one for a request, so departments cannot be claimed.

export const DEPARTMENT_ROLES = ["reporter", "reviewer"] as const;
export type DepartmentRole = (typeof DEPARTMENT_ROLES)[number];

export const OFFICE_ROLES = ["supervisor", "administrator", "reader"] as const;
export type OfficeRole = (typeof OFFICE_ROLES)[number];

/** An absent person for whom a delegate acts. */
export interface Principal {
  readonly userId: string;
  readonly name: string;
}

export interface ActorMembership {
  readonly departmentId: string;
  readonly departmentSlug: string;
  readonly role: DepartmentRole;
  /** The role is that of an absent person, and the actor their delegate. */
  readonly onBehalfOf?: Principal;
}

/** A visitor: not signed in, reads what is public. */
export interface Visitor {
  readonly kind: "visitor";
}

export interface SignedIn {
  readonly kind: "user";
  readonly userId: string;
  readonly name: string;
  readonly officeRole: OfficeRole | null;
  readonly memberships: readonly ActorMembership[];
}

export type Actor = Visitor | SignedIn;

export const VISITOR: Visitor = { kind: "visitor" };

/** The slugs of the departments in which the actor has the role. */
export function departmentsWithRole(actor: Actor, role: DepartmentRole): string[] {
  if (actor.kind === "visitor") return [];
  return [...new Set(actor.memberships.filter((one) => one.role === role).map((one) => one.departmentSlug))];
}

interface HeldRole {
  readonly departmentId: string;
  readonly role: DepartmentRole;
}

/**
 * Whether the person would both report and review for one department: a figure takes two people. Roles hold in their
 * department only.
 */
export function hasOtherRole(held: readonly HeldRole[], { departmentId, role }: HeldRole): boolean {
  return held.some((one) => one.departmentId === departmentId && one.role !== role);
}
