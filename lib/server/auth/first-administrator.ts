// Production's first account: a one-time link makes one administrator, and none once there is one.
import "server-only";
import { generateRandomString, hashPassword } from "better-auth/crypto";
import { db, type Transaction } from "@/lib/server/db/client";
import { SETUP_LOCK } from "@/lib/server/db/locks";
import { appendEvent } from "@/lib/server/events/append";
import { noteHead } from "@/lib/server/events/heads";
import { hashOf, newSecret } from "@/lib/server/secret-links";

const IDENTIFIER = "first-administrator";
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

/** Uses the token up and makes the administrator; false when the token is not good or somebody was first. */
export async function createFirstAdministrator(token: string, person: NewAdministrator): Promise<boolean> {
  const password = await hashPassword(person.password);
  const isMade = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SETUP_LOCK})`;
    if (await hasAdministrator(tx)) return false;
    const used = await tx.verification.deleteMany({
      where: { identifier: IDENTIFIER, value: hashOf(token), expiresAt: { gt: new Date() } },
    });
    if (used.count === 0) return false;
    const id = generateRandomString(32);
    const email = person.email.toLowerCase();
    await tx.user.create({ data: { id, name: person.name, email, emailVerified: true, officeRole: "administrator" } });
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
      after: { email, officeRole: "administrator" },
    });
    return true;
  });
  if (isMade) await noteHead();
  return isMade;
}
