// The one Prisma client of a process. It knows only a DATABASE_URL; which engine answers there is not its business.
import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { guardedAdapter } from "@/lib/server/db/adapter";
import { connectionConfig } from "@/lib/server/db/connection";
import { env } from "@/lib/server/env";
import { type Prisma, PrismaClient } from "./generated/client";

/** On globalThis: a module may be loaded more than once in a process, by reloads in development and by the bundler. */
const holder = globalThis as typeof globalThis & { guatuDatabase?: PrismaClient; guatuCommits?: number };

/** How many transactions this process has committed: while it stays the same, nothing was changed here. */
export function commitsHere(): number {
  return holder.guatuCommits ?? 0;
}

function createClient(): PrismaClient {
  // One connection is kept open: a restore sees by it that somebody is at work here.
  const pool = { ...connectionConfig(env.DATABASE_URL), min: 1, max: 8, connectionTimeoutMillis: 10_000 };
  const adapter = guardedAdapter(new PrismaPg(pool), () => {
    holder.guatuCommits = commitsHere() + 1;
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 15_000 } });
}

export const db: PrismaClient = holder.guatuDatabase ?? createClient();
holder.guatuDatabase = db;

/** Inside a transaction. Never ask for `db` there: the embedded engine would wait for itself for ever. */
export type Transaction = Prisma.TransactionClient;
