// The shell of administration: a write that only administrators may make.
import "server-only";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { type ChangeEvent, mutate, type Result } from "@/lib/server/mutation";

/** Runs a change that is described by its events alone. A change with standings or a result calls `mutate`. */
export function administer(
  context: Context,
  change: (tx: Transaction) => Promise<ChangeEvent | readonly ChangeEvent[]>,
): Promise<Result<null>> {
  return mutate("administration", context, async ({ tx }) => ({ result: null, events: [await change(tx)].flat() }));
}
