// Who may use and change the presets of an office.
import type { Actor } from "@/lib/domain/permissions/actor";

export interface PresetOwner {
  /** Null for the supervision office. */
  readonly departmentId: string | null;
}

/** Reporters and reviewers change the presets of their department, supervisors those of the supervision office. */
export function canWritePreset(actor: Actor, { departmentId }: PresetOwner): boolean {
  if (actor.kind === "visitor") return false;
  if (departmentId === null) return actor.officeRole === "supervisor";
  return actor.memberships.some((one) => one.departmentId === departmentId);
}

/** Presets are used by their office; those that the supervision office shares, by every signed-in user. */
export function canUsePreset(actor: Actor, preset: PresetOwner & { readonly isShared: boolean }): boolean {
  if (actor.kind === "visitor") return false;
  if (preset.departmentId === null) return preset.isShared || actor.officeRole !== null;
  return actor.memberships.some((one) => one.departmentId === preset.departmentId);
}
