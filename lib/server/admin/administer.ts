// The shell of administration: writes that only administrators may run.
import "server-only";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { type ChangeEvent, mutate, type Result } from "@/lib/server/mutation";

/** Runs a change that only appends events. A change with standings or a result calls `mutate`. */
export function administer(
  context: Context,
  change: (tx: Transaction) => Promise<ChangeEvent | readonly ChangeEvent[]>,
): Promise<Result<null>> {
  return mutate("administration", context, async ({ tx }) => ({ result: null, events: [await change(tx)].flat() }));
}
