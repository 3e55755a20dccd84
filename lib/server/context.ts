// What every read and write receives: the actor and the clock.
import "server-only";
import { cache } from "react";
import type { Actor } from "@/lib/domain/permissions/actor";
import { getClock } from "@/lib/request/clock";
import { getActor } from "@/lib/server/auth/actor";
import type { Clock } from "@/lib/server/clock";

export interface Context {
  readonly actor: Actor;
  readonly clock: Clock;
}

/** The context of the current request. */
export const getContext = cache(async (): Promise<Context> => {
  const [actor, clock] = await Promise.all([getActor(), getClock()]);
  return { actor, clock };
});
