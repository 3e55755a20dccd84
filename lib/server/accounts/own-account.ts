// Users manage their own account: change the password, request a reset link.
import "server-only";
import { verifyPassword } from "better-auth/crypto";
import type { Language } from "@/lib/i18n/languages";
import { type Attempt, consumeAttempt, resetAttempts } from "@/lib/server/auth/attempts";
import { knownDevice } from "@/lib/server/auth/known-devices";
import { newPassword } from "@/lib/server/auth/passwords";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import type { Sender } from "@/lib/server/mail";
import { type Result, reject, runMutation, transact } from "@/lib/server/mutation";
import type { OwnAccount } from "@/lib/views/account";
import { mailLink } from "./link-mail";
import { createLink, writePassword } from "./password-links";

/** Null for visitors. */
export async function getOwnAccount({ actor }: Context): Promise<OwnAccount | null> {
  if (actor.kind !== "user") return null;
  const { name, email, accounts, isDemo } = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    include: { accounts: { where: { providerId: "credential" }, select: { id: true } } },
  });
  return { name, email, hasPassword: !isDemo && accounts.length > 0 };
}

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
  /** The current session continues; all others end. */
  readonly sessionId: string;
  /** Where wrong attempts at the current password are counted. */
  readonly network: string;
  readonly deviceCookie: string | null;
}

/** Too many wrong passwords: rejected with the retry time, as `retry-at <instant>`. */
export const RETRY_AT = "retry-at ";

export function changePassword(
  { current, next, sessionId, network, deviceCookie }: PasswordChange,
  context: Context,
): Promise<Result<null>> {
  return runMutation(async () => {
    const { actor } = context;
    if (actor.kind !== "user") return reject({ kind: "forbidden" });
    const { userId } = actor;
    const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
    const account = await db.account.findFirst({ where: { userId, providerId: "credential" } });
    if (user.isDemo || !account?.password) return reject({ kind: "invalid", errors: { form: "no-password-here" } });
    const { email } = user;
    const guess: Attempt = { door: "password", email, network, device: knownDevice(deviceCookie, email) };
    const retryAt = await consumeAttempt(guess);
    if (retryAt !== null) reject({ kind: "invalid", errors: { current: `${RETRY_AT}${retryAt.toISOString()}` } });
    if (!(await verifyPassword({ hash: account.password, password: current })))
      reject({ kind: "invalid", errors: { current: "wrong-password" } });
    await resetAttempts(guess);
    if (current === next) reject({ kind: "invalid", errors: { password: "same-password" } });
    const made = await newPassword(next, user);
    if (!made.ok) return reject({ kind: "invalid", errors: { password: made.fault } });
    return transact("signed-in", context, async ({ tx }) => {
      await writePassword(tx, userId, made.hash, sessionId);
      const event = { at: new Date(), action: "user.password-changed", id: userId } as const;
      return { result: null, events: [{ ...event, before: null, after: { email } }] };
    });
  });
}

/**
 * Mails a link to the account's mailbox; does nothing for unknown accounts, disabled accounts and accounts without a
 * password. Call it after the response: its duration must not reveal which of these applies.
 */
export async function sendResetLink(email: string, lang: Language, sender: Sender): Promise<void> {
  const user = await db.user.findUnique({
    where: { email: email.toLowerCase(), disabledAt: null, isDemo: false },
    include: { accounts: { where: { providerId: "credential" }, select: { id: true } } },
  });
  if (user === null || user.accounts.length === 0) return;
  const token = await db.$transaction((tx) => createLink(tx, "own-reset", user.id));
  await mailLink({ kind: "own-reset", token, name: user.name, email: user.email }, lang, sender);
}
