// Who acts. Only the session gate (lib/server/auth) makes one for a request, so departments cannot be claimed.

export const DEPARTMENT_ROLES = ["reporter", "reviewer"] as const;
export type DepartmentRole = (typeof DEPARTMENT_ROLES)[number];

export const OFFICE_ROLES = ["supervisor", "administrator", "reader"] as const;
export type OfficeRole = (typeof OFFICE_ROLES)[number];

interface ActorMembership {
  readonly departmentId: string;
  readonly departmentSlug: string;
  readonly role: DepartmentRole;
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
  return actor.memberships.filter((one) => one.role === role).map((one) => one.departmentSlug);
}
