// Production's first account: a one-time link makes one administrator, and none once there is one.
import "server-only";
import { generateRandomString } from "better-auth/crypto";
import { newPassword } from "@/lib/server/auth/passwords";
import { db, type Transaction } from "@/lib/server/db/client";
import { SETUP_LOCK } from "@/lib/server/db/locks";
import { appendEvent } from "@/lib/server/events/append";
import { attempt, type Outcome, type Refusal, refuse } from "@/lib/server/refusal";
import { hashOf, isToken, newSecret } from "@/lib/server/secret-links";

const IDENTIFIER = "first-administrator";
const LINK_GONE: Refusal = { kind: "invalid", errors: { form: "link-gone" } };
const LIFE_MS = 24 * 60 * 60 * 1000;

async function hasAdministrator(database: Pick<Transaction, "user">): Promise<boolean> {
  return (await database.user.count({ where: { officeRole: "administrator", isDemo: false } })) > 0;
}

/** A fresh token, which makes the ones before it useless; null when there is an administrator already. */
export async function createSetupToken(): Promise<string | null> {
  if (await hasAdministrator(db)) return null;
  const { token, hash } = newSecret();
  const expiresAt = new Date(Date.now() + LIFE_MS);
  await db.$transaction([
    db.verification.deleteMany({ where: { identifier: IDENTIFIER } }),
    db.verification.create({
      data: { id: generateRandomString(32), identifier: IDENTIFIER, value: hash, expiresAt },
    }),
  ]);
  return token;
}

export async function isSetupTokenGood(token: string): Promise<boolean> {
  if (!isToken(token)) return false;
  const found = await db.verification.count({
    where: { identifier: IDENTIFIER, value: hashOf(token), expiresAt: { gt: new Date() } },
  });
  return found > 0 && !(await hasAdministrator(db));
}

export interface NewAdministrator {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Uses the token up and makes the administrator. */
export function createFirstAdministrator(
  token: string,
  person: NewAdministrator,
): Promise<Outcome<{ readonly email: string }>> {
  return attempt(async () => {
    // Hashing is expensive: only for who has the link.
    if (!(await isSetupTokenGood(token))) refuse(LINK_GONE);
    const made = await newPassword(person.password, person);
    if (!made.ok) return refuse({ kind: "invalid", errors: { password: made.fault } });
    const email = person.email.toLowerCase();
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SETUP_LOCK})`;
      if (await hasAdministrator(tx)) refuse(LINK_GONE);
      const used = await tx.verification.deleteMany({
        where: { identifier: IDENTIFIER, value: hashOf(token), expiresAt: { gt: new Date() } },
      });
      if (used.count === 0) refuse(LINK_GONE);
      await writeAdministrator(tx, { name: person.name, email }, made.hash);
    });
    return { email };
  });
}

async function writeAdministrator(tx: Transaction, person: { name: string; email: string }, password: string) {
  if ((await tx.user.count({ where: { email: person.email } })) > 0)
    refuse({ kind: "invalid", errors: { email: "already-there" } });
  const id = generateRandomString(32);
  await tx.user.create({ data: { id, ...person, emailVerified: true, officeRole: "administrator" } });
  await tx.account.create({
    data: { id: generateRandomString(32), accountId: id, providerId: "credential", userId: id, password },
  });
  await appendEvent(tx, {
    at: new Date(),
    actorId: id,
    action: "user.first-administrator",
    entity: "user",
    entityId: id,
    before: null,
    after: { name: person.name, email: person.email, officeRole: "administrator" },
  });
}
