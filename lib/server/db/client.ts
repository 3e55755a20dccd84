// The one Prisma client of a process. It knows only a DATABASE_URL; which engine answers there is not its business.
import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { inTurn } from "@/lib/server/db/in-turn";
import { env } from "@/lib/server/env";
import { type Prisma, PrismaClient } from "./generated/client";

function createClient(): PrismaClient {
  // One connection is kept open: a restore sees by it that somebody is at work here.
  const pool = { connectionString: env.DATABASE_URL, min: 1, max: 8, connectionTimeoutMillis: 10_000 };
  const adapter = inTurn(new PrismaPg(pool));
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 15_000 } });
}

const holder = globalThis as typeof globalThis & { guatuDatabase?: PrismaClient };

/** Kept on globalThis so that the development server's reloads do not open a pool each. */
export const db: PrismaClient = holder.guatuDatabase ?? createClient();
holder.guatuDatabase = db;

export type Database = PrismaClient;
/** Inside a transaction. Never ask for `db` there: the embedded engine would wait for itself for ever. */
export type Transaction = Prisma.TransactionClient;
