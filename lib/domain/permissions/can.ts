// Who may do what: one table, read by the server's gate and by the buttons.

import { type InstructionState, type InstructionStep, nextInstructionState } from "@/lib/domain/instructions/workflow";
import type { Actor } from "@/lib/domain/permissions/actor";
import { nextRequestState, type RequestState, type RequestStep } from "@/lib/domain/requests/workflow";
import { nextTargetState, type TargetStep } from "@/lib/domain/targets/life-cycle";
import type { TargetState, Visibility } from "@/lib/domain/targets/types";
import type { UpdateState } from "@/lib/domain/updates/types";
import { nextUpdateState, type UpdateStep } from "@/lib/domain/updates/workflow";

export const ACTIONS = [
  "target.read",
  "target.create",
  "update.read-unapproved",
  "update.draft",
  "update.submit",
  "update.discard",
  "update.approve",
  "update.return",
  "target.issue",
  "target.receive",
  "target.close",
  "target.reopen",
  "target.withdraw",
  "target.revise",
  "target.change-visibility",
  "request.create",
  "request.approve",
  "request.refuse",
  "request.cancel",
  "instruction.read",
  "instruction.send",
  "instruction.reply",
  "instruction.judge",
  "instruction.withdraw",
  "comment.read",
  "comment.write",
  "supervision.read",
  "bulletin.read",
  "bulletin.write",
  "event.read",
  "administration",
] as const;
export type Action = (typeof ACTIONS)[number];

/** What an actor is towards one target. One person may be several at once. */
type Role = "visitor" | "signed-in" | "reader" | "supervisor" | "administrator" | "reporter" | "reviewer" | "supporter";

/** The target, and the update, request or instruction where there already is one. */
export interface Scope {
  readonly target: {
    readonly ownerId: string;
    readonly visibility: Visibility;
    readonly state: TargetState;
    /** It has been issued, by the day that is looked at: a draft that was withdrawn never was. */
    readonly isIssued: boolean;
    /** Its value is worked out from its parts: nobody reports it. */
    readonly isRolledUp?: boolean;
    /** Slugs of the departments that help the owner. */
    readonly supporting?: readonly string[];
  };
  readonly update?: { readonly authorId: string; readonly state: UpdateState };
  readonly request?: { readonly requesterId: string; readonly state: RequestState };
  readonly instruction?: { readonly state: InstructionState };
}

interface Rule {
  readonly roles: readonly Role[];
  /** The target must be in one of these states. */
  readonly states?: readonly TargetState[];
  /** The step must be open to the target. */
  readonly targetStep?: TargetStep;
  /** The step must be open to the request, which must be there. */
  readonly requestStep?: RequestStep;
  /** The step must be open to the instruction, which must be there. */
  readonly instructionStep?: InstructionStep;
  /** Whose update it must be, where there is one. */
  readonly author?: "own" | "others";
  /** The action needs an update, and this step must be open to it. */
  readonly step?: UpdateStep;
  /** The step is checked only where the update exists already: the action may also make one. */
  readonly mayCreate?: true;
}

const IN_FORCE = ["issued", "received"] as const;
const TAKES_REPORTS = ["received"] as const;
const DEPARTMENT = ["reporter", "reviewer"] as const;
const OFFICE_AND_DEPARTMENT = ["supervisor", "administrator", "reporter", "reviewer"] as const;

const RULES: Readonly<Record<Action, Rule>> = {
  "target.read": { roles: ["reader", ...OFFICE_AND_DEPARTMENT, "supporter"] },
  "target.create": { roles: ["supervisor"] },
  "update.read-unapproved": { roles: OFFICE_AND_DEPARTMENT },
  "update.draft": { roles: ["reporter"], states: TAKES_REPORTS, author: "own", step: "save", mayCreate: true },
  "update.submit": { roles: ["reporter"], states: TAKES_REPORTS, author: "own", step: "submit", mayCreate: true },
  "update.discard": { roles: ["reporter"], author: "own", step: "discard" },
  "update.approve": { roles: ["reviewer"], states: TAKES_REPORTS, author: "others", step: "approve" },
  "update.return": { roles: ["reviewer"], author: "others", step: "return" },
  "target.issue": { roles: ["supervisor"], targetStep: "issue" },
  "target.receive": { roles: DEPARTMENT, targetStep: "receive" },
  "target.close": { roles: ["supervisor"], targetStep: "close" },
  "target.reopen": { roles: ["supervisor"], targetStep: "reopen" },
  "target.withdraw": { roles: ["supervisor"], targetStep: "withdraw" },
  "target.revise": { roles: ["supervisor"], states: ["draft", ...IN_FORCE] },
  "target.change-visibility": { roles: ["supervisor"] },
  "request.create": { roles: DEPARTMENT, states: TAKES_REPORTS },
  "request.approve": { roles: ["supervisor"], states: TAKES_REPORTS, author: "others", requestStep: "approve" },
  "request.refuse": { roles: ["supervisor"], author: "others", requestStep: "refuse" },
  "request.cancel": { roles: DEPARTMENT, author: "own", requestStep: "cancel" },
  "instruction.read": { roles: OFFICE_AND_DEPARTMENT },
  "instruction.send": { roles: ["supervisor"], states: IN_FORCE },
  "instruction.reply": { roles: DEPARTMENT, instructionStep: "reply" },
  "instruction.judge": { roles: ["supervisor"], instructionStep: "accept" },
  "instruction.withdraw": { roles: ["supervisor"], instructionStep: "withdraw" },
  "comment.read": { roles: [...OFFICE_AND_DEPARTMENT, "supporter"] },
  "comment.write": { roles: ["supervisor", "reporter", "reviewer", "supporter"], states: IN_FORCE },
  "supervision.read": { roles: ["supervisor", "administrator"] },
  "bulletin.read": { roles: ["reader", "supervisor", "administrator"] },
  "bulletin.write": { roles: ["supervisor"] },
  "event.read": { roles: ["supervisor", "administrator"] },
  administration: { roles: ["administrator"] },
};

/** What the actor is towards the target's owner; office roles hold everywhere. */
function rolesOf(actor: Actor, ownerId: string | null, supporting: readonly string[]): readonly Role[] {
  if (actor.kind === "visitor") return ["visitor"];
  const held = actor.memberships.filter((m) => m.departmentId === ownerId).map((m) => m.role);
  // Nobody is given both roles; who got them before that was refused does not decide.
  const department = held.includes("reporter") ? held.filter((role) => role !== "reviewer") : held;
  const supports = actor.memberships.some((m) => supporting.includes(m.departmentSlug));
  const office = actor.officeRole === null ? [] : [actor.officeRole];
  return ["signed-in", ...office, ...department, ...(supports ? ["supporter" as const] : [])];
}

/**
 * Whether the actor may do the action. The only answer to that question: pages ask it for their buttons, every write
 * asks it again before it touches anything.
 *
 * Reporters of the owning department write; its reviewers decide, never on what they wrote themselves, and
 * never who is a reporter there too; only the author goes on with a draft. A target takes progress once its owner has signed for it and until it is closed or
 * withdrawn, but what was submitted before can still be returned. The supervision office issues, revises, decides what
 * departments ask for, instructs, and reports nothing; the administrator reads everything.
 * Supporting departments read and comment; the lead alone reports.
 * Anybody reads a public target once it is issued, also one whose value is not set yet. Until then it is there for its
 * owner and the office alone, whatever its visibility.
 *
 * @param scope null for actions that concern no target; actions on targets are refused without one.
 */
export function can(actor: Actor, action: Action, scope: Scope | null): boolean {
  const rule = RULES[action];
  if (NO_TARGET.includes(action)) return hasRole(actor, rule, null, []);
  if (scope === null || !isVisible(actor, scope)) return false;
  if (action === "target.read" && scope.target.visibility === "public") return true;
  if (!hasRole(actor, rule, scope.target.ownerId, scope.target.supporting ?? [])) return false;
  const { state } = scope.target;
  if (rule.states && !rule.states.includes(state)) return false;
  if (rule.mayCreate && scope.target.isRolledUp) return false;
  if (rule.targetStep && nextTargetState(state, rule.targetStep) === null) return false;
  return allowsRequest(actor, rule, scope) && allowsInstruction(rule, scope) && allowsUpdate(actor, rule, scope);
}

/** The roles a target is there for before it is issued. */
const BEFORE_ISSUE: readonly Role[] = OFFICE_AND_DEPARTMENT;

function isVisible(actor: Actor, { target }: Scope): boolean {
  return target.isIssued || rolesOf(actor, target.ownerId, []).some((role) => BEFORE_ISSUE.includes(role));
}

/** Actions that concern no target. */
const NO_TARGET: readonly Action[] = [
  "target.create",
  "event.read",
  "supervision.read",
  "bulletin.read",
  "bulletin.write",
  "administration",
];

/**
 * Whether the actor may read a bulletin: a published one about public targets is for everybody, one that also speaks of
 * internal targets for the office's readers, and what is not published yet for those who supervise.
 */
export function canReadBulletin(
  actor: Actor,
  bulletin: { readonly isPublished: boolean; readonly isPublic: boolean },
): boolean {
  if (!bulletin.isPublished) return can(actor, "supervision.read", null);
  return bulletin.isPublic || can(actor, "bulletin.read", null);
}

function hasRole(actor: Actor, rule: Rule, ownerId: string | null, supporting: readonly string[]): boolean {
  return rolesOf(actor, ownerId, supporting).some((role) => rule.roles.includes(role));
}

function isAuthor(actor: Actor, whose: Rule["author"], authorId: string): boolean {
  if (actor.kind === "visitor") return false;
  return whose === undefined || (whose === "own") === (authorId === actor.userId);
}

function allowsRequest(actor: Actor, rule: Rule, { request }: Scope): boolean {
  if (rule.requestStep === undefined) return true;
  if (request === undefined || !isAuthor(actor, rule.author, request.requesterId)) return false;
  return nextRequestState(request.state, rule.requestStep) !== null;
}

function allowsInstruction(rule: Rule, { instruction }: Scope): boolean {
  if (rule.instructionStep === undefined) return true;
  return instruction !== undefined && nextInstructionState(instruction.state, rule.instructionStep) !== null;
}

function allowsUpdate(actor: Actor, rule: Rule, { update }: Scope): boolean {
  if (rule.requestStep !== undefined || rule.instructionStep !== undefined) return true;
  if (update === undefined) return rule.step === undefined || rule.mayCreate === true;
  if (rule.author !== undefined && !isAuthor(actor, rule.author, update.authorId)) return false;
  return rule.step === undefined || nextUpdateState(update.state, rule.step) !== null;
}
