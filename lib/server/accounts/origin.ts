// The origin of an account: who opened it, and who created the latest link that set its password. Read from the audit,
// so that it cannot be edited.
import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import type { AccountOrigin, LinkDelivery, Maker } from "@/lib/views/account";

const OPENED = ["user.created", "user.invited"];
const LINKS = ["user.invited", "user.invitation-renewed", "user.reset-link-created"];

function deliveryOf(after: unknown): LinkDelivery {
  const link = after !== null && typeof after === "object" && "link" in after ? after.link : null;
  // Older events have no delivery: all links were shown.
  return link === "mailed" ? "mailed" : "shown";
}

export async function accountOrigin(database: Pick<Transaction, "event">, userId: string): Promise<AccountOrigin> {
  const events = await database.event.findMany({
    where: { entity: "user", entityId: userId, action: { in: [...OPENED, ...LINKS] } },
    orderBy: { sequence: "asc" },
    select: { action: true, actorId: true, after: true, actor: { select: { name: true } } },
  });
  const toMaker = (event: (typeof events)[number] | undefined): Maker | null =>
    event === undefined
      ? null
      : { delivery: deliveryOf(event.after), madeBy: event.actor?.name ?? null, madeById: event.actorId };
  return {
    openedBy: toMaker(events.find((event) => OPENED.includes(event.action))),
    lastLink: toMaker(events.findLast((event) => LINKS.includes(event.action))),
  };
}
