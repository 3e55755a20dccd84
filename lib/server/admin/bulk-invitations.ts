// Invitations for many accounts at once: one transaction creates the links, one event for each account.
import "server-only";
import { createLink } from "@/lib/server/accounts/password-links";
import type { Context } from "@/lib/server/context";
import { ACCOUNTS_LOCK } from "@/lib/server/db/locks";
import { type ChangeEvent, mutate, type Result, reject } from "@/lib/server/mutation";
import type { LinkDelivery } from "@/lib/views/account";
import type { CreatedLink } from "./invitations";
import { listNotInvited } from "./user-list";

/** As many mails as one request can send in time. */
const MOST_INVITED = 300;

/** The accounts to invite: those chosen, or all that were never invited. */
export type Invited = "not-invited" | readonly string[];

export interface CreatedLinks {
  readonly links: readonly CreatedLink[];
  /** Chosen accounts that have a password, are disabled or do not exist. */
  readonly skipped: number;
}

/** A new invitation for each account without a password. Earlier links of these accounts stop working. */
export function inviteUsers(invited: Invited, link: LinkDelivery, context: Context): Promise<Result<CreatedLinks>> {
  return mutate("administration", context, async ({ tx }) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ACCOUNTS_LOCK})`;
    const ids = invited === "not-invited" ? await listNotInvited(tx, MOST_INVITED) : invited;
    if (ids.length === 0) reject({ kind: "invalid", errors: { form: "none-invited" } });
    if (ids.length > MOST_INVITED) reject({ kind: "invalid", errors: { form: "too-many-invited" } });
    const users = await tx.user.findMany({
      where: {
        id: { in: [...ids] },
        disabledAt: null,
        isDemo: false,
        accounts: { none: { providerId: "credential" } },
      },
      select: { id: true, name: true, email: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    const before = await tx.event.findMany({
      where: {
        entity: "user",
        entityId: { in: users.map(({ id }) => id) },
        action: { in: ["user.invited", "user.invitation-renewed"] },
      },
      select: { entityId: true },
    });
    const wasInvited = new Set(before.map(({ entityId }) => entityId));
    const links: CreatedLink[] = [];
    const events: ChangeEvent[] = [];
    for (const { id, name, email } of users) {
      links.push({ kind: "invitation", token: await createLink(tx, "invitation", id), name, email });
      const action = wasInvited.has(id) ? ("user.invitation-renewed" as const) : ("user.invited" as const);
      events.push({ action, id, before: null, after: { email, link } });
    }
    return { result: { links, skipped: ids.length - users.length }, events };
  });
}
