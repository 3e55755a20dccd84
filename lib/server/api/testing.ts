// For integration tests of route handlers: the page's commitments with the sample year, and requests by anybody.

import type { Actor } from "@/lib/domain/permissions/actor";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { PRESET_RULES } from "@/lib/domain/targets/rule-sets";
import { db } from "@/lib/server/db/client";
import { loadCommitments } from "@/prisma/seed/commitments";
import { loadSampleProgress } from "@/prisma/seed/sample-progress";

export async function loadSampleYear(): Promise<void> {
  const data = PRESET_RULES.map((rules) => ({ ...rules, inForce: rules.key === "default" }));
  await db.$transaction(
    async (tx) => {
      await tx.ruleSet.createMany({ data });
      await loadCommitments(tx);
      await loadSampleProgress(tx);
    },
    { timeout: 100_000 },
  );
}

/** Who the next requests come from, and in which browser: stands behind the mocks of a test file. */
export const browser = {
  actor: VISITOR as Actor,
  cookies: new Map<string, string>(),
  language: null as string | null,
};

export const READER: Actor = {
  kind: "user",
  userId: "demo-reader",
  name: "reader",
  officeRole: "reader",
  memberships: [],
};

/** Stands in for next/headers, which only answers inside a running server. */
export const nextHeaders = {
  cookies: async () => ({
    get: (name: string) => {
      const value = browser.cookies.get(name);
      return value === undefined ? undefined : { name, value };
    },
  }),
  headers: async () => new Headers(browser.language === null ? {} : { "accept-language": browser.language }),
};

export function get(path: string, init?: RequestInit): Request {
  return new Request(`http://localhost:3000${path}`, init);
}

export function routeOf<P>(params: P): { params: Promise<P> } {
  return { params: Promise.resolve(params) };
}
