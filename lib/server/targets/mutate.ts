// The shell of writes on one target: lock, permission, version check, transaction, standings, events.
import "server-only";
import { type Action, can } from "@/lib/domain/permissions/can";
import type { Context } from "@/lib/server/context";
import { type Change, mutate, type Result, reject, rejectStale, type Write } from "@/lib/server/mutation";
import { changeMoment, getLockedTarget, type LockedTarget } from "./lock";

export interface TargetWrite extends Write {
  readonly target: LockedTarget;
  /** Now, and after every earlier change of the target's terms or state. */
  readonly at: Date;
}

/** The locked target of a write. Rejects a user without the permission, and a version other than the one shown. */
export async function lockForWrite(
  write: Write,
  where: { readonly id: string } | { readonly code: string },
  action: Action | null,
  version?: number,
): Promise<TargetWrite> {
  const target = await getLockedTarget(write.tx, where, write);
  if (action !== null && !can(write.actor, action, target.scope)) reject({ kind: "forbidden" });
  if (version !== undefined && target.record.version !== version) {
    await rejectStale(write.tx, "target", target.record.id);
  }
  return { ...write, target, at: changeMoment(target, write.clock.now) };
}

/**
 * Runs a change of one target in a transaction. A `version` other than the stored one is a conflict.
 * @param action null: the change checks the permission
 */
export function mutateTarget<T>(
  { code, version }: { readonly code: string; readonly version?: number },
  action: Action | null,
  context: Context,
  change: (write: TargetWrite) => Promise<Change<T>>,
): Promise<Result<T>> {
  return mutate("signed-in", context, async (write) => change(await lockForWrite(write, { code }, action, version)));
}
