// Production's first account: a one-time link creates one administrator, unless there is one already.
import "server-only";
import { generateRandomString } from "better-auth/crypto";
import { newPassword } from "@/lib/server/auth/passwords";
import { db, type Transaction } from "@/lib/server/db/client";
import { SETUP_LOCK } from "@/lib/server/db/locks";
import { appendEvent } from "@/lib/server/events/append";
import { type MutationError, type Result, reject, runMutation } from "@/lib/server/mutation";
import { createSecret, hashSecret, isToken } from "@/lib/server/secret-links";

const IDENTIFIER = "first-administrator";
const LINK_GONE: MutationError = { kind: "invalid", errors: { form: "link-gone" } };
const LIFE_MS = 24 * 60 * 60 * 1000;

async function hasAdministrator(database: Pick<Transaction, "user">): Promise<boolean> {
  return (await database.user.count({ where: { officeRole: "administrator", isDemo: false } })) > 0;
}

/** Creates a token and invalidates earlier ones; null if there is an administrator already. */
export async function createSetupToken(): Promise<string | null> {
  if (await hasAdministrator(db)) return null;
  const { token, hash } = createSecret();
  const expiresAt = new Date(Date.now() + LIFE_MS);
  await db.$transaction([
    db.verification.deleteMany({ where: { identifier: IDENTIFIER } }),
    db.verification.create({
      data: { id: generateRandomString(32), identifier: IDENTIFIER, value: hash, expiresAt },
    }),
  ]);
  return token;
}

export async function isSetupTokenValid(token: string): Promise<boolean> {
  if (!isToken(token)) return false;
  const found = await db.verification.count({
    where: { identifier: IDENTIFIER, value: hashSecret(token), expiresAt: { gt: new Date() } },
  });
  return found > 0 && !(await hasAdministrator(db));
}

export interface NewAdministrator {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Invalidates the token and creates the administrator. */
export function createFirstAdministrator(
  token: string,
  person: NewAdministrator,
): Promise<Result<{ readonly email: string }>> {
  return runMutation(async () => {
    // Hashing is expensive: only with a valid link.
    if (!(await isSetupTokenValid(token))) reject(LINK_GONE);
    const made = await newPassword(person.password, person);
    if (!made.ok) return reject({ kind: "invalid", errors: { password: made.fault } });
    const email = person.email.toLowerCase();
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SETUP_LOCK})`;
      if (await hasAdministrator(tx)) reject(LINK_GONE);
      const used = await tx.verification.deleteMany({
        where: { identifier: IDENTIFIER, value: hashSecret(token), expiresAt: { gt: new Date() } },
      });
      if (used.count === 0) reject(LINK_GONE);
      await writeAdministrator(tx, { name: person.name, email }, made.hash);
    });
    return { email };
  });
}

async function writeAdministrator(tx: Transaction, person: { name: string; email: string }, password: string) {
  if ((await tx.user.count({ where: { email: person.email } })) > 0)
    reject({ kind: "invalid", errors: { email: "already-there" } });
  const id = generateRandomString(32);
  await tx.user.create({ data: { id, ...person, emailVerified: true, officeRole: "administrator" } });
  await tx.account.create({
    data: { id: generateRandomString(32), accountId: id, providerId: "credential", userId: id, password },
  });
  await appendEvent(tx, {
    at: new Date(),
    actorId: id,
    action: "user.first-administrator-created",
    entity: "user",
    entityId: id,
    before: null,
    after: { name: person.name, email: person.email, officeRole: "administrator" },
  });
}
