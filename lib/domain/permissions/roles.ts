// Who may grant roles, and which ones one person may hold: a figure takes two people, a reporter and a reviewer.
import type { Actor, DepartmentRole } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";

/** Whether the actor may grant or remove the user's roles, or create a password link; never for oneself. */
export function canAdministerUser(actor: Actor, userId: string): boolean {
  return actor.kind === "user" && actor.userId !== userId && can(actor, "administration", null);
}

interface HeldRole {
  readonly departmentId: string;
  readonly role: DepartmentRole;
}

/** Whether the person would both report and review for one department. Roles hold in their department only. */
export function hasOtherRole(held: readonly HeldRole[], { departmentId, role }: HeldRole): boolean {
  return held.some((one) => one.departmentId === departmentId && one.role !== role);
}
