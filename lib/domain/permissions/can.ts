// Who may do what: one table, read by the server's gate and by the buttons.

import { type InstructionState, type InstructionStep, nextInstructionState } from "@/lib/domain/instructions/workflow";
import type { Actor } from "@/lib/domain/permissions/actor";
import { isByOthers, isOwnReport, type ReportScope } from "@/lib/domain/permissions/authorship";
import { nextRequestState, type RequestState, type RequestStep } from "@/lib/domain/requests/workflow";
import { nextTargetState, type TargetStep } from "@/lib/domain/targets/life-cycle";
import type { TargetState, Visibility } from "@/lib/domain/targets/types";
import { nextUpdateState, type UpdateStep } from "@/lib/domain/updates/workflow";

export const ACTIONS = [
  "target.read",
  "target.create",
  "update.read-unapproved",
  "update.draft",
  "update.submit",
  "update.discard",
  "update.withdraw",
  "update.approve",
  "update.return",
  "update.undo",
  "evidence.change-visibility",
  "target.issue",
  "target.receive",
  "target.close",
  "target.reopen",
  "target.withdraw",
  "target.revise",
  "target.change-visibility",
  "target.label",
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
  "supervision.decide",
  "bulletin.read",
  "bulletin.write",
  "event.read",
  "label.write",
  "administration",
] as const;
export type Action = (typeof ACTIONS)[number];

/** The actor's roles for one target. One person may have several at once. */
type Role = "visitor" | "signed-in" | "reader" | "supervisor" | "administrator" | "reporter" | "reviewer" | "supporter";

/** The target, and the update, request or instruction once it exists. */
export interface Scope {
  readonly target: {
    readonly ownerId: string;
    readonly visibility: Visibility;
    readonly state: TargetState;
    /** Whether it was issued by the viewed day; a withdrawn draft never was. */
    readonly isIssued: boolean;
    /** Its value is computed from its parts, so it accepts no reports. */
    readonly isRolledUp?: boolean;
    /** Slugs of the supporting departments. */
    readonly supporting?: readonly string[];
  };
  readonly update?: ReportScope;
  readonly request?: { readonly requesterId: string; readonly state: RequestState };
  readonly instruction?: { readonly state: InstructionState };
}

interface Rule {
  readonly roles: readonly Role[];
  /** `false`: the roles alone decide, whatever the target. */
  readonly concernsTarget?: false;
  /** The target must be in one of these states. */
  readonly states?: readonly TargetState[];
  /** The target must allow this step. */
  readonly targetStep?: TargetStep;
  /** The scope must have a request that allows this step. */
  readonly requestStep?: RequestStep;
  /** The scope must have an instruction that allows this step. */
  readonly instructionStep?: InstructionStep;
  /** Whose update or request it must be. */
  readonly author?: "own" | "others";
  /** The scope must have an update that allows this step. */
  readonly step?: UpdateStep;
  /** The action may also create the update; `step` is checked only when the update exists. */
  readonly mayCreate?: true;
}

const IN_FORCE = ["issued", "received"] as const;
const TAKES_REPORTS = ["received"] as const;
const DEPARTMENT = ["reporter", "reviewer"] as const;
const OFFICE_AND_DEPARTMENT = ["supervisor", "administrator", "reporter", "reviewer"] as const;

const RULES = {
  "target.read": { roles: ["reader", ...OFFICE_AND_DEPARTMENT, "supporter"] },
  "target.create": { roles: ["supervisor"], concernsTarget: false },
  "update.read-unapproved": { roles: OFFICE_AND_DEPARTMENT },
  "update.draft": { roles: ["reporter"], states: TAKES_REPORTS, author: "own", step: "save", mayCreate: true },
  "update.submit": { roles: ["reporter"], states: TAKES_REPORTS, author: "own", step: "submit", mayCreate: true },
  "update.discard": { roles: ["reporter"], author: "own", step: "discard" },
  "update.withdraw": { roles: ["reporter"], author: "own", step: "withdraw" },
  "update.approve": { roles: ["reviewer"], states: TAKES_REPORTS, author: "others", step: "approve" },
  "update.return": { roles: ["reviewer"], author: "others", step: "return" },
  "update.undo": { roles: ["reviewer"], author: "others", step: "undo" },
  "evidence.change-visibility": { roles: ["supervisor", "reviewer"] },
  "target.issue": { roles: ["supervisor"], targetStep: "issue" },
  "target.receive": { roles: DEPARTMENT, targetStep: "receive" },
  "target.close": { roles: ["supervisor"], targetStep: "close" },
  "target.reopen": { roles: ["supervisor"], targetStep: "reopen" },
  "target.withdraw": { roles: ["supervisor"], targetStep: "withdraw" },
  "target.revise": { roles: ["supervisor"], states: ["draft", ...IN_FORCE] },
  "target.change-visibility": { roles: ["supervisor"] },
  "target.label": { roles: ["supervisor"] },
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
  "supervision.read": { roles: ["supervisor", "administrator"], concernsTarget: false },
  "supervision.decide": { roles: ["supervisor"], concernsTarget: false },
  "bulletin.read": { roles: ["reader", "supervisor", "administrator"], concernsTarget: false },
  "bulletin.write": { roles: ["supervisor"], concernsTarget: false },
  "event.read": { roles: ["supervisor", "administrator"], concernsTarget: false },
  "label.write": { roles: ["supervisor", "administrator"], concernsTarget: false },
  administration: { roles: ["administrator"], concernsTarget: false },
} as const satisfies Readonly<Record<Action, Rule>>;

/** The actions that concern no target. */
export type GeneralAction = {
  [A in Action]: (typeof RULES)[A] extends { readonly concernsTarget: false } ? A : never;
}[Action];

/** The actor's roles for a target of this owner; office roles apply to every target. */
function rolesOf(actor: Actor, ownerId: string | null, supporting: readonly string[]): readonly Role[] {
  if (actor.kind === "visitor") return ["visitor"];
  const held = actor.memberships.filter((m) => m.departmentId === ownerId).map((m) => m.role);
  // Both roles can no longer be granted together. A user who has them from before may report but not review.
  const department = held.includes("reporter") ? held.filter((role) => role !== "reviewer") : held;
  const supports = actor.memberships.some((m) => supporting.includes(m.departmentSlug));
  const office = actor.officeRole === null ? [] : [actor.officeRole];
  return ["signed-in", ...office, ...department, ...(supports ? ["supporter" as const] : [])];
}

/**
 * Whether the actor may perform the action. Pages call it for their buttons, and every write calls it before it changes
 * anything.
 *
 * - Reporters of the owning department write reports, and only the author continues a draft. Its reviewers decide on
 *   reports, except on their own and where they are also a reporter. The author withdraws a report until it is decided;
 *   the reviewer who decided can undo the decision at once. A delegate has the department roles of the absent person.
 * - A target accepts reports from its receipt until it is closed or withdrawn. A report submitted before can still be
 *   returned.
 * - The supervision office issues, revises, decides requests and instructs, but does not report. The administrator
 *   reads everything. Supporting departments read and comment.
 * - Anyone may read a public target once it is issued. Before that only its owner and the office see it.
 *
 * @param scope null for actions that do not concern a target; an action on a target is denied without one.
 */
export function can(actor: Actor, action: Action, scope: Scope | null): boolean {
  const rule: Rule = RULES[action];
  if (rule.concernsTarget === false) return hasRole(actor, rule, null, []);
  if (scope === null || !isVisible(actor, scope)) return false;
  if (action === "target.read" && scope.target.visibility === "public") return true;
  if (!hasRole(actor, rule, scope.target.ownerId, scope.target.supporting ?? [])) return false;
  const { state } = scope.target;
  if (rule.states && !rule.states.includes(state)) return false;
  if (rule.mayCreate && scope.target.isRolledUp) return false;
  if (rule.targetStep && nextTargetState(state, rule.targetStep) === null) return false;
  return allowsRequest(actor, rule, scope) && allowsInstruction(rule, scope) && allowsUpdate(actor, rule, scope);
}

/** The roles that can see a target before it is issued. */
const BEFORE_ISSUE: readonly Role[] = OFFICE_AND_DEPARTMENT;

function isVisible(actor: Actor, { target }: Scope): boolean {
  return target.isIssued || rolesOf(actor, target.ownerId, []).some((role) => BEFORE_ISSUE.includes(role));
}

/**
 * Whether the actor may read a file of an approved report. An internal file of a public target is read like an internal
 * target.
 */
export function canReadEvidence(actor: Actor, { target }: Scope, visibility: Visibility): boolean {
  return can(actor, "target.read", { target: visibility === "public" ? target : { ...target, visibility } });
}

/** Whether the actor may read a source document: an internal one is open to the offices and their readers. */
export function canReadSource(actor: Actor, { visibility }: { readonly visibility: Visibility }): boolean {
  return visibility === "public" || (actor.kind === "user" && actor.officeRole !== null);
}

/** Whether the actor may read the quote of a target that they can read; of an internal source, visitors may not. */
export function canReadQuote(actor: Actor, { visibility }: { readonly visibility: Visibility }): boolean {
  return visibility === "public" || actor.kind === "user";
}

/**
 * Whether the actor may read a bulletin. A published bulletin is open to everyone when it covers only public targets,
 * otherwise to the office's readers; an unpublished one is open to supervisors and administrators.
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

function allowsRequest(actor: Actor, rule: Rule, { request }: Scope): boolean {
  if (rule.requestStep === undefined) return true;
  if (request === undefined || actor.kind === "visitor") return false;
  if (rule.author !== undefined && (rule.author === "own") !== (request.requesterId === actor.userId)) return false;
  return nextRequestState(request.state, rule.requestStep) !== null;
}

function allowsInstruction(rule: Rule, { instruction }: Scope): boolean {
  if (rule.instructionStep === undefined) return true;
  return instruction !== undefined && nextInstructionState(instruction.state, rule.instructionStep) !== null;
}

function allowsUpdate(actor: Actor, rule: Rule, { target, update }: Scope): boolean {
  if (rule.requestStep !== undefined || rule.instructionStep !== undefined) return true;
  if (update === undefined) return rule.step === undefined || rule.mayCreate === true;
  if (rule.author === "own" && !isOwnReport(actor, target.ownerId, update)) return false;
  if (rule.author === "others" && !isByOthers(actor, target.ownerId, update)) return false;
  return rule.step === undefined || nextUpdateState(update.state, rule.step) !== null;
}
