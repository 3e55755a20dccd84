// Who may grant roles.
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";

/** Whether the actor may grant or remove the user's roles, or create a password link; never for oneself. */
export function canAdministerUser(actor: Actor, userId: string): boolean {
  return actor.kind === "user" && actor.userId !== userId && can(actor, "administration", null);
}
