// The Prisma client of this process. It knows only DATABASE_URL, not which engine answers there.
import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { guardedAdapter } from "@/lib/server/db/adapter";
import { connectionConfig } from "@/lib/server/db/connection";
import { env } from "@/lib/server/env";
import { type Prisma, PrismaClient } from "./generated/client";

/** On globalThis: a module may be loaded more than once in a process, by reloads in development and by the bundler. */
const holder = globalThis as typeof globalThis & { guatuDatabase?: PrismaClient; guatuCommits?: number };

/** The number of transactions that this process has committed; if it is unchanged, this process has changed nothing. */
export function commitsHere(): number {
  return holder.guatuCommits ?? 0;
}

function createClient(): PrismaClient {
  // One connection stays open, so that a restore detects that Guatu is running.
  const pool = { ...connectionConfig(env.DATABASE_URL), min: 1, max: 8 };
  const adapter = guardedAdapter(new PrismaPg(pool), () => {
    holder.guatuCommits = commitsHere() + 1;
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 15_000 } });
}

export const db: PrismaClient = holder.guatuDatabase ?? createClient();
holder.guatuDatabase = db;

/** Inside a transaction. Never use `db` there: the embedded engine would deadlock. */
export type Transaction = Prisma.TransactionClient;
