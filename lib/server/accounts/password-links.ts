// One-time links that set the password of one account: an invitation, or a reset.
import "server-only";
import { generateRandomString } from "better-auth/crypto";
import { newPassword } from "@/lib/server/auth/passwords";
import { db, type Transaction } from "@/lib/server/db/client";
import { appendEvent } from "@/lib/server/events/append";
import { type Result, reject, runMutation } from "@/lib/server/mutation";
import { createSecret, hashSecret, isToken } from "@/lib/server/secret-links";
import { accountOrigin } from "./origin";

const HOUR_MS = 60 * 60 * 1000;

/** `admin-reset` was created by an administrator, `own-reset` requested on the sign-in page. */
export const LINK_LIFE_MS = {
  invitation: 7 * 24 * HOUR_MS,
  "admin-reset": 24 * HOUR_MS,
  "own-reset": HOUR_MS,
} as const satisfies Readonly<Record<string, number>>;
export type LinkKind = keyof typeof LINK_LIFE_MS;
export const RESET_LINKS = ["admin-reset", "own-reset"] as const;

/**
 * Creates a secret. Earlier links of this kind stop working, except those requested on the sign-in page: anyone can
 * request one there, and must not invalidate the link that the owner has just received.
 */
export async function createLink(tx: Transaction, kind: LinkKind, userId: string): Promise<string> {
  const { token, hash } = createSecret();
  const identifier = `${kind}:${userId}`;
  const replaced = kind === "own-reset" ? { expiresAt: { lt: new Date() } } : {};
  await tx.verification.deleteMany({ where: { identifier, ...replaced } });
  const expiresAt = new Date(Date.now() + LINK_LIFE_MS[kind]);
  await tx.verification.create({ data: { id: generateRandomString(32), identifier, value: hash, expiresAt } });
  return token;
}

/** Revokes all open links of the account. */
export async function revokeLinks(tx: Transaction, userId: string): Promise<void> {
  const identifiers = (Object.keys(LINK_LIFE_MS) as LinkKind[]).map((kind) => `${kind}:${userId}`);
  await tx.verification.deleteMany({ where: { identifier: { in: identifiers } } });
}

interface OpenLink {
  readonly id: string;
  readonly kind: LinkKind;
  readonly owner: { readonly id: string; readonly name: string; readonly email: string };
}

async function openLink(token: string, kinds: readonly LinkKind[]): Promise<OpenLink | null> {
  if (!isToken(token)) return null;
  const found = await db.verification.findFirst({ where: { value: hashSecret(token), expiresAt: { gt: new Date() } } });
  const kind = kinds.find((one) => found?.identifier.startsWith(`${one}:`));
  if (found === null || kind === undefined) return null;
  const owner = await db.user.findUnique({
    where: { id: found.identifier.slice(kind.length + 1), disabledAt: null },
    select: { id: true, name: true, email: true },
  });
  return owner && { id: found.id, kind, owner };
}

/** The account of the link; null if the link is no longer valid. */
export async function getLinkOwner(
  token: string,
  kinds: readonly LinkKind[],
): Promise<{ readonly name: string; readonly email: string } | null> {
  const link = await openLink(token, kinds);
  return link && { name: link.owner.name, email: link.owner.email };
}

/** Replaces the account's password, ends its sessions and revokes its other links. */
export async function writePassword(tx: Transaction, userId: string, hash: string, keepSession?: string) {
  const changed = await tx.account.updateMany({
    where: { userId, providerId: "credential" },
    data: { password: hash },
  });
  if (changed.count === 0) {
    const id = generateRandomString(32);
    await tx.account.create({ data: { id, accountId: userId, providerId: "credential", userId, password: hash } });
  }
  await tx.session.deleteMany({ where: { userId, ...(keepSession && { NOT: { id: keepSession } }) } });
  await revokeLinks(tx, userId);
}

/** Sets the password and invalidates the link. */
export function setPasswordByLink(
  token: string,
  password: string,
  kinds: readonly LinkKind[],
): Promise<Result<{ readonly email: string }>> {
  return runMutation(async () => {
    const link = (await openLink(token, kinds)) ?? reject({ kind: "invalid", errors: { form: "link-gone" } });
    const { owner, kind } = link;
    const made = await newPassword(password, owner);
    if (!made.ok) return reject({ kind: "invalid", errors: { password: made.fault } });
    await db.$transaction(async (tx) => {
      const used = await tx.verification.deleteMany({ where: { id: link.id, expiresAt: { gt: new Date() } } });
      const enabled = await tx.user.count({ where: { id: owner.id, disabledAt: null } });
      if (used.count === 0 || enabled === 0) reject({ kind: "invalid", errors: { form: "link-gone" } });
      await writePassword(tx, owner.id, made.hash);
      await tx.user.update({ where: { id: owner.id }, data: { emailVerified: true } });
      const { lastLink } = await accountOrigin(tx, owner.id);
      await appendEvent(tx, {
        at: new Date(),
        actorId: owner.id,
        action: kind === "invitation" ? "user.invitation-accepted" : "user.password-reset",
        entity: "user",
        entityId: owner.id,
        before: null,
        after: { email: owner.email, link: kind === "own-reset" ? { delivery: "mailed", madeBy: null } : lastLink },
      });
    });
    return { email: owner.email };
  });
}
