// Whose a report is, for its author, the author's delegate, and the reviewer.
import type { Actor } from "@/lib/domain/permissions/actor";
import { delegatedIn, principalIn } from "@/lib/domain/permissions/delegation";
import type { UpdateState } from "@/lib/domain/updates/types";

export interface ReportScope {
  readonly authorId: string;
  /** The absent person for whom the author wrote it. */
  readonly onBehalfOfId: string | null;
  readonly state: UpdateState;
}

/**
 * Whether the report is the actor's to continue or withdraw: its author's. A draft is also that of the person for whom
 * it was written, and of the author's delegate, so that it can be continued on either side of an absence.
 */
export function isOwnReport(actor: Actor, ownerId: string, { authorId, onBehalfOfId, state }: ReportScope): boolean {
  if (actor.kind === "visitor") return false;
  if (state !== "draft") return authorId === actor.userId;
  const own = [actor.userId, ...delegatedIn(actor, ownerId, "reporter").map(({ userId }) => userId)];
  return own.some((id) => id === authorId || id === onBehalfOfId);
}

/** Whether neither the actor nor the person for whom the actor reviews has written the report, or had it written. */
export function isByOthers(actor: Actor, ownerId: string, { authorId, onBehalfOfId }: ReportScope): boolean {
  if (actor.kind === "visitor") return false;
  const own = [actor.userId, principalIn(actor, ownerId)?.userId];
  return own.every((id) => id !== authorId && (onBehalfOfId === null || id !== onBehalfOfId));
}
