// The demo accounts that stand on the sign-in page; none outside demo mode.
import "server-only";
import { type DemoUser, demoUsersFor } from "@/lib/server/auth/demo-users";
import { db } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";

export async function listDemoUsers(): Promise<DemoUser[]> {
  if (env.GUATU_MODE !== "demo") return [];
  return demoUsersFor(await db.department.findMany({ orderBy: { order: "asc" } }));
}
