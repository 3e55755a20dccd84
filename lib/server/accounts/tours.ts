// Tours of the desks that users have hidden. They are settings, so they have no events.
import "server-only";
import type { Query } from "@/lib/server/auth/redirect-to-sign-in";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { mutate, type Result } from "@/lib/server/mutation";
import { getOwnDesk, type Tour } from "@/lib/views/desks";

/**
 * Whether a page shows its tour: until the user hides it, or when the address asks for it; never to visitors. The
 * overview has one for people without a desk.
 */
export async function showsTour(desk: Tour, { actor }: Context, query: Awaited<Query>): Promise<boolean> {
  if (actor.kind !== "user" || (desk === "overview" && getOwnDesk(actor) !== "/")) return false;
  return "tour" in query || (await db.dismissedTour.count({ where: { userId: actor.userId, desk } })) === 0;
}

export function dismissTour(desk: Tour, context: Context): Promise<Result<null>> {
  return mutate("signed-in", context, async ({ tx, actor, clock }) => {
    await tx.dismissedTour.createMany({
      data: [{ userId: actor.userId, desk, dismissedAt: clock.now }],
      skipDuplicates: true,
    });
    return { result: null, events: [] };
  });
}
