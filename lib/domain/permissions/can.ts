// Who may do what: one table, read by the server's gate and by the buttons.
import type { Actor } from "@/lib/domain/permissions/actor";
import type { TargetState } from "@/lib/domain/targets/types";
import type { UpdateState } from "@/lib/domain/updates/types";
import { nextUpdateState, type UpdateStep } from "@/lib/domain/updates/workflow";

export const ACTIONS = [
  "target.read",
  "update.read-unapproved",
  "update.draft",
  "update.submit",
  "update.discard",
  "update.approve",
  "update.return",
  "event.read",
] as const;
export type Action = (typeof ACTIONS)[number];

/** What an actor is towards one target. One person may be several at once. */
type Role = "visitor" | "signed-in" | "reader" | "supervisor" | "administrator" | "reporter" | "reviewer";

/** The target, and the update where there already is one. */
export interface Scope {
  readonly target: {
    readonly ownerId: string;
    readonly visibility: "public" | "internal";
    readonly state: TargetState;
  };
  readonly update?: { readonly authorId: string; readonly state: UpdateState };
}

interface Rule {
  readonly roles: readonly Role[];
  /** The target must be in force: issued or received. */
  readonly openTarget?: true;
  /** Whose update it must be, where there is one. */
  readonly author?: "own" | "others";
  /** The action needs an update, and this step must be open to it. */
  readonly step?: UpdateStep;
  /** The step is checked only where the update exists already: the action may also make one. */
  readonly mayCreate?: true;
}

const OFFICE_AND_DEPARTMENT = ["supervisor", "administrator", "reporter", "reviewer"] as const;

const RULES: Readonly<Record<Action, Rule>> = {
  "target.read": { roles: ["reader", ...OFFICE_AND_DEPARTMENT] },
  "update.read-unapproved": { roles: OFFICE_AND_DEPARTMENT },
  "update.draft": { roles: ["reporter"], openTarget: true, author: "own", step: "save", mayCreate: true },
  "update.submit": { roles: ["reporter"], openTarget: true, author: "own", step: "submit", mayCreate: true },
  "update.discard": { roles: ["reporter"], author: "own", step: "discard" },
  "update.approve": { roles: ["reviewer"], openTarget: true, author: "others", step: "approve" },
  "update.return": { roles: ["reviewer"], author: "others", step: "return" },
  "event.read": { roles: ["supervisor", "administrator"] },
};

/** Whether a target takes progress: draft, closed and withdrawn ones do not. */
function takesUpdates(state: TargetState): boolean {
  return state === "issued" || state === "received";
}

/** What the actor is towards the target's owner; office roles hold everywhere. */
function rolesOf(actor: Actor, ownerId: string | null): readonly Role[] {
  if (actor.kind === "visitor") return ["visitor"];
  const department = actor.memberships.filter((m) => m.departmentId === ownerId).map((m) => m.role);
  return ["signed-in", ...(actor.officeRole === null ? [] : [actor.officeRole]), ...department];
}

/**
 * Whether the actor may do the action. The only answer to that question: pages ask it for their buttons, every write
 * asks it again before it touches anything.
 *
 * Reporters of the owning department write; its reviewers decide, never on what they wrote themselves; only the
 * author goes on with a draft. A draft, closed or withdrawn target takes no new progress, but what was submitted
 * before can still be returned. The supervision office and the administrator read everything and report nothing.
 * Anybody reads a public target, also one whose value is not set yet.
 *
 * @param scope null for actions that concern no target (`event.read`); actions on targets are refused without one.
 */
export function can(actor: Actor, action: Action, scope: Scope | null): boolean {
  const rule = RULES[action];
  if (action === "event.read") return holds(actor, rule, null);
  if (scope === null) return false;
  if (action === "target.read" && scope.target.visibility === "public") return true;
  if (!holds(actor, rule, scope.target.ownerId)) return false;
  if (rule.openTarget && !takesUpdates(scope.target.state)) return false;
  return scope.update === undefined
    ? rule.step === undefined || rule.mayCreate === true
    : fits(actor, rule, scope.update);
}

function holds(actor: Actor, rule: Rule, ownerId: string | null): boolean {
  return rolesOf(actor, ownerId).some((role) => rule.roles.includes(role));
}

function fits(actor: Actor, rule: Rule, update: NonNullable<Scope["update"]>): boolean {
  if (actor.kind === "visitor") return false;
  const own = update.authorId === actor.userId;
  if (rule.author === "own" && !own) return false;
  if (rule.author === "others" && own) return false;
  return rule.step === undefined || nextUpdateState(update.state, rule.step) !== null;
}
